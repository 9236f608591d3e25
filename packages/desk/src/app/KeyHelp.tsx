import { decisionKinds, type KeyAction } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { setPreference, useKeys, useLetterKeys } from '../platform/preferences.ts'
import { Dialog } from '../ui/Dialog.tsx'

type Line = readonly [keys: readonly string[], what: string]

/** The live map of keys, and the switch for letters. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const t = useMessages()
  const on = useLetterKeys()
  const keys = useKeys()
  /** The keys of some actions as they are now; one that has none is left out. */
  const now = (...actions: KeyAction[]): string[] => actions.flatMap((action) => keys[action] ?? [])
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
        <p>
          <Link to="/settings" hash="keys" onClick={onClose}>
            {t.keys.change}
          </Link>
        </p>
        <KeyTable
          title={t.keys.list}
          lines={[
            [['↓', '↑', ...now('next', 'previous')], t.keys.move],
            [['Enter', ...now('open')], t.keys.open],
            [now('choose'), t.finding.keyChoose],
            [now('chooseRange'), t.finding.keyRange],
            [now('search'), t.keys.search],
            [now('undo'), t.keys.undo],
          ]}
        />
        <KeyTable
          title={t.keys.tip}
          lines={[
            ...decisionKinds.map((kind): Line => [now(kind), t.kinds[kind]]),
            [now('note'), t.keys.note],
            [['Ctrl Enter'], t.keys.decideNext],
            [now('next', 'previous'), t.keys.nextTip],
            [now('toQueue'), t.keys.toQueue],
            [now('undo'), t.keys.undo],
          ]}
        />
        <KeyTable
          title={t.keys.everywhere}
          lines={[
            [['Ctrl K'], t.keys.commands],
            [now('help'), t.keys.help],
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
      {lines
        .filter(([keys]) => keys.length > 0)
        .map(([keys, what]) => (
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
