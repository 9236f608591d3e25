import { type LawView, viewStates } from '@opentipline/contract'
import { mayOpenFile } from '@opentipline/domain'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { Refused } from '../../ui/Told.tsx'
import { GateEntries } from './GateEntries.tsx'
import { GateTag } from './GateTag.tsx'
import { packOf, today } from './lawQuery.ts'

/** The four view states of a file in the agency's forum, each with its reasons. */
export const Gates = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const id = useId()
  const [matched, setMatched] = useState(false)
  return (
    <Section level={2} id="gate" title={t.law.gate} about={t.law.gateAbout}>
      <div className="usa-checkbox">
        <input
          type="checkbox"
          className="usa-checkbox__input"
          id={id}
          checked={matched}
          onChange={() => setMatched(!matched)}
        />
        <label className="usa-checkbox__label" htmlFor={id}>
          {t.law.hashMatched}
        </label>
      </div>
      <ul className="line-list">
        {viewStates.map((viewState) => {
          const found = mayOpenFile(packOf(law), {
            forum: law.forum,
            viewState,
            publiclyAvailable: 'not stated',
            hashMatched: matched ? 'yes' : 'not stated',
            on: today(),
          })
          return (
            <li key={viewState} className="line">
              <span className="cluster">
                <strong>{t.viewStates[viewState]}</strong> <GateTag answer={found.answer} />
              </span>
              <details>
                <summary>{t.law.why}</summary>
                <ul className="plain-list">
                  {found.sentences.map((sentence) => (
                    <li key={sentence}>
                      <Refused text={sentence} />
                    </li>
                  ))}
                </ul>
                <GateEntries because={found.because} />
              </details>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
