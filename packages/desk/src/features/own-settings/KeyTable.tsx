import { type KeyAction, keyActions, type OwnSettings } from '@opentipline/contract'
import { keyFaults, keysOf, usualKeys } from '@opentipline/domain'
import { useId } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { useOwnWords } from './settings.ts'

type Props = { changes: OwnSettings['keys']; onChange: (changes: OwnSettings['keys']) => void }

/** The changes with one more; a key that is the usual one is no change. */
const withKey = (
  changes: OwnSettings['keys'],
  action: KeyAction,
  key: string | null,
): OwnSettings['keys'] => [
  ...changes.filter((each) => each.action !== action),
  ...(key === usualKeys[action] ? [] : [{ action, key }]),
]

/** A field for each key, and what would clash. */
export const KeyTable = ({ changes, onChange }: Props) => {
  const words = useOwnWords()
  const id = useId()
  const keys = keysOf(changes)
  const faults = keyFaults(changes)
  const clashing = new Set(faults.flatMap(({ actions }) => actions))
  return (
    <div className="stack">
      <table className="key-fields">
        <caption className="sr-only">{words.keys}</caption>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.key}</th>
          </tr>
        </thead>
        <tbody>
          {keyActions.map((action) => (
            <tr key={action}>
              <th scope="row">
                {words.actions[action]}{' '}
                {keys[action] === usualKeys[action] ? null : (
                  <span className="muted small">{words.usual(usualKeys[action])}</span>
                )}
              </th>
              <td>
                <input
                  className="usa-input key-field"
                  aria-label={words.keyOf(words.actions[action])}
                  aria-describedby={`${id}-press`}
                  aria-invalid={clashing.has(action)}
                  maxLength={1}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  value={keys[action] ?? ''}
                  placeholder={words.noKey}
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => onChange(withKey(changes, action, event.target.value.trim() || null))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small" id={`${id}-press`}>
        {words.press}
      </p>
      <div role="alert">
        {faults.map(({ key, actions }) => (
          <Notice key={key} tone="alarm">
            {words.twice(key, actions.map((action) => words.actions[action]).join(', '))}
          </Notice>
        ))}
      </div>
      {changes.length > 0 ? (
        <p>
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChange([])}>
            {words.usualAgain}
          </button>
        </p>
      ) : null}
    </div>
  )
}
