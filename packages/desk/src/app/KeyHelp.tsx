import { decisionKinds } from '@opentipline/contract'
import { kindKeys } from '../features/decisions/decideKeys.ts'
import { useMessages } from '../messages/messages.tsx'
import { setPreference, useLetterKeys } from '../platform/preferences.ts'
import { Dialog } from '../ui/Dialog.tsx'

type Line = readonly [keys: readonly string[], what: string]

/** The live map of keys, and the switch for letters. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const t = useMessages()
  const on = useLetterKeys()
  return (
    <Dialog title={t.keys.title} onClose={onClose}>
      <div className="stack">
        <p>{t.keys.scope}</p>
        <div className="usa-checkbox">
          <input
            type="checkbox"
            className="usa-checkbox__input"
            id="letter-keys"
            checked={on}
            onChange={() => setPreference('letterKeys', on ? 'off' : 'on')}
          />
          <label className="usa-checkbox__label" htmlFor="letter-keys">
            {t.keys.on}
          </label>
        </div>
        <KeyTable
          title={t.keys.list}
          lines={[
            [['↓', '↑', 'j', 'k'], t.keys.move],
            [['Enter', 'o'], t.keys.open],
            [['x'], t.finding.keyChoose],
            [['Shift x'], t.finding.keyRange],
            [['/'], t.keys.search],
            [['z'], t.keys.undo],
          ]}
        />
        <KeyTable
          title={t.keys.tip}
          lines={[
            ...decisionKinds.map((kind): Line => [[kindKeys[kind]], t.kinds[kind]]),
            [['n'], t.keys.note],
            [['Ctrl Enter'], t.keys.decideNext],
            [['j', 'k'], t.keys.nextTip],
            [['u'], t.keys.toQueue],
            [['z'], t.keys.undo],
          ]}
        />
        <KeyTable
          title={t.keys.everywhere}
          lines={[
            [['Ctrl K'], t.keys.commands],
            [['?'], t.keys.help],
          ]}
        />
      </div>
    </Dialog>
  )
}

const KeyTable = ({ title, lines }: { title: string; lines: readonly Line[] }) => (
  <section className="stack-tight">
    <h3>{title}</h3>
    <dl className="key-table">
      {lines.map(([keys, what]) => (
        <div key={what + keys.join('')}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </section>
)
