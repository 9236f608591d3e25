import {
  missingParts,
  outcomeAudiences,
  outcomeCodes,
  type OutcomeRequest,
  usefulnesses,
} from '@opentipline/contract'
import { useId } from 'react'
import { useMessages } from '../../messages/messages.tsx'

export const emptyOutcome: OutcomeRequest = {
  results: [],
  usefulness: 'not said',
  missing: [],
  audience: 'clearinghouse',
  words: '',
}

type Props = { draft: OutcomeRequest; onDraft: (draft: OutcomeRequest) => void }

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]

/** Everything that can be told of a tip; only the first question needs an answer. */
export const OutcomeFields = ({ draft, onDraft }: Props) => {
  const { loop } = useMessages()
  const words = loop.outcome
  const id = useId()
  const audiences = { 'own agency': words.home, clearinghouse: words.back } as const
  return (
    <>
      <fieldset className="answer-field">
        <legend className="usa-label">{words.results}</legend>
        <span className="cluster">
          {outcomeCodes.map((code) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={draft.results.includes(code)}
                onChange={() => onDraft({ ...draft, results: toggled(draft.results, code) })}
              />{' '}
              {loop.results[code]}
            </label>
          ))}
        </span>
      </fieldset>
      <fieldset className="answer-field">
        <legend className="usa-label">{words.usefulness}</legend>
        <span className="cluster">
          {usefulnesses.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-use`}
                checked={draft.usefulness === each}
                onChange={() => onDraft({ ...draft, usefulness: each })}
              />{' '}
              {loop.usefulness[each]}
            </label>
          ))}
        </span>
      </fieldset>
      <fieldset className="answer-field">
        <legend className="usa-label">{words.missing}</legend>
        <span className="cluster">
          {missingParts.map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={draft.missing.includes(part)}
                onChange={() => onDraft({ ...draft, missing: toggled(draft.missing, part) })}
              />{' '}
              {loop.parts[part]}
            </label>
          ))}
        </span>
      </fieldset>
      <fieldset className="answer-field">
        <legend className="usa-label">{words.audience}</legend>
        <span className="cluster">
          {outcomeAudiences.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-who`}
                checked={draft.audience === each}
                onChange={() => onDraft({ ...draft, audience: each })}
              />{' '}
              {audiences[each]}
            </label>
          ))}
        </span>
      </fieldset>
      <div>
        <label className="usa-label" htmlFor={`${id}-words`}>
          {words.words}
        </label>
        <textarea
          id={`${id}-words`}
          className="usa-textarea"
          rows={2}
          maxLength={1000}
          aria-describedby={`${id}-hint`}
          value={draft.words}
          onChange={(event) => onDraft({ ...draft, words: event.target.value })}
        />
        <span id={`${id}-hint`} className="small muted">
          {words.wordsAbout}
        </span>
      </div>
    </>
  )
}
