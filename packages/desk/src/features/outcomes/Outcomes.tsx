import { outcomeCodes, type OutcomeRequest } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { emptyOutcome } from './OutcomeFields.tsx'
import { OutcomeForm } from './OutcomeForm.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'

/** What the agency told of the tip, and one click to tell it. */
export const Outcomes = ({ tipId }: { tipId: string }) => {
  const { outcome: words } = useMessages().loop
  const { role } = useSession().actingFor
  const list = reading('listOutcomes', { params: { tipId } })
  const told = useQuery({ ...list, enabled: mayEverDo('listOutcomes', role) })
  const again = () => queryClient.invalidateQueries({ queryKey: list.queryKey })
  const outcomes = told.data?.outcomes ?? []
  const standing = outcomes.find(({ withdrawn }) => withdrawn === null)
  return (
    <Section id="outcomes" title={words.title} about={words.about}>
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data && outcomes.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="line-list">
        {outcomes.map((each) => (
          <OutcomeLine key={each.outcomeId} outcome={each} stands={each === standing} onChange={again} />
        ))}
      </ul>
      {mayEverDo('giveOutcome', role) ? <Tell tipId={tipId} onTold={again} /> : null}
    </Section>
  )
}

const Tell = ({ tipId, onTold }: { tipId: string; onTold: () => Promise<void> }) => {
  const { outcome: words, results } = useMessages().loop
  const [more, setMore] = useState(false)
  const give = useMutation({
    mutationFn: (body: OutcomeRequest) => desk.call('giveOutcome', { params: { tipId }, body }),
    onSuccess: async () => {
      setMore(false)
      await onTold()
    },
  })
  if (more)
    return (
      <OutcomeForm
        busy={give.isPending}
        error={give.error}
        onSend={(wish) => give.mutate(wish)}
        onCancel={() => setMore(false)}
      />
    )
  return (
    <div className="stack-tight no-print" role="group" aria-label={words.oneClick}>
      <span className="small muted">{words.oneClickAbout}</span>
      <span className="cluster">
        {outcomeCodes.map((code) => (
          <button
            key={code}
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-disabled={give.isPending}
            onClick={() => (give.isPending ? undefined : give.mutate({ ...emptyOutcome, results: [code] }))}
          >
            {results[code]}
          </button>
        ))}
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setMore(true)}>
          {words.more}
        </button>
        <Asked prompt="outcome" />
      </span>
      <span role="status" className="small">
        {give.isPending ? words.telling : give.isSuccess ? words.told : ''}
      </span>
      {give.isError ? <ErrorNotice error={give.error} /> : null}
    </div>
  )
}
