import type { DecisionView } from '@opentipline/contract'
import { citationOf, mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { Force } from '../../ui/Force.tsx'
import { useInForceWords } from '../law/inForceWords.ts'
import { useSession } from '../people/session.ts'

/** What was in force when somebody decided, as it was kept with the decision: folded away, and read when asked for. */
export const InForceThen = ({ decision: { policy, inForce } }: { decision: DecisionView }) => {
  const words = useInForceWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <ul className="plain-list">
        <li>{words.policy(policy.id, policy.version)}</li>
        {inForce?.reasons === undefined ? null : <li>{words.reasons(inForce.reasons)}</li>}
        {Object.entries(inForce?.rules ?? {}).map(([rule, version]) => (
          <li key={rule}>{words.rule(rule, version)}</li>
        ))}
        {inForce?.law ? <li>{words.law(inForce.law.asOf, inForce.law.own)}</li> : null}
      </ul>
      {inForce?.law && open ? <Authorities ids={inForce.law.entries} /> : null}
    </details>
  )
}

/** The entries by their citations, each with its force and mark; one that was taken out of the pack is told by its id. */
const Authorities = ({ ids }: { ids: readonly string[] }) => {
  const t = useMessages()
  const words = useInForceWords()
  const { role } = useSession().actingFor
  const law = useQuery({ ...reading('readLaw', {}), enabled: mayEverDo('readLaw', role) })
  return (
    <ul className="plain-list">
      {ids.map((id) => {
        const entry = law.data?.entries.find((each) => each.id === id)
        return (
          <li key={id}>
            {entry ? (
              <span className="cluster">
                <span lang="en">{citationOf(entry)}</span> <Force force={entry.force} />
                <span className={`tag ${entry.status === 'verified' ? 'tag-quiet' : 'tag-warn'}`}>
                  {t.law.statuses[entry.status]}
                </span>
              </span>
            ) : (
              <span>
                {id} {law.data ? `(${words.gone})` : ''}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
