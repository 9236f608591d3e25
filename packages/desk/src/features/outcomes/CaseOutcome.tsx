import type { CaseView, OutcomeRequest } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { OutcomeForm } from './OutcomeForm.tsx'

/** What stands for each tip of the case, and one form for those that are chosen. */
export const CaseOutcome = ({ view }: { view: CaseView }) => {
  const t = useMessages()
  const { cases: words, outcome, results } = t.loop
  const { caseId } = view.row
  const list = reading('listCaseOutcomes', { params: { caseId } })
  const told = useQuery(list)
  return (
    <Section level={2} id="case-outcomes" title={outcome.title} about={outcome.about}>
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data ? (
        <ul className="line-list">
          {view.tips.map(({ row }) => {
            const found = told.data.outcomes.find((each) => each.tipId === row.tipId)
            return (
              <li key={row.tipId} className="line">
                <span>
                  {t.tip.tip} {row.tipId}:{' '}
                  {found ? found.results.map((code) => results[code]).join(', ') : outcome.none}
                </span>
              </li>
            )
          })}
        </ul>
      ) : null}
      <details className="no-print">
        <summary>{words.outcomes}</summary>
        <TellForTips view={view} />
      </details>
    </Section>
  )
}

const TellForTips = ({ view }: { view: CaseView }) => {
  const t = useMessages()
  const { cases: words, outcome: outcomeWords } = t.loop
  const { caseId } = view.row
  const [chosen, setChosen] = useState<readonly string[]>([])
  const give = useMutation({
    mutationFn: (outcome: OutcomeRequest) =>
      desk.call('giveCaseOutcome', { params: { caseId }, body: { tipIds: [...chosen], outcome } }),
    onSuccess: async () => {
      setChosen([])
      await queryClient.invalidateQueries({ queryKey: ['listCaseOutcomes'] })
      await queryClient.invalidateQueries({ queryKey: ['listCases'] })
    },
  })
  return (
    <>
      <OutcomeForm
        busy={give.isPending}
        error={give.error}
        ready={chosen.length > 0}
        onSend={(wish) => give.mutate(wish)}
      >
        <fieldset className="answer-field">
          <legend className="usa-label">{words.members}</legend>
          <span className="small muted">{words.outcomesAbout}</span>
          <span className="cluster">
            {view.tips.map(({ row: { tipId } }) => (
              <label key={tipId}>
                <input
                  type="checkbox"
                  checked={chosen.includes(tipId)}
                  onChange={() =>
                    setChosen(
                      chosen.includes(tipId) ? chosen.filter((each) => each !== tipId) : [...chosen, tipId],
                    )
                  }
                />{' '}
                {t.tip.tip} {tipId}
              </label>
            ))}
          </span>
        </fieldset>
      </OutcomeForm>
      <span role="status" className="small">
        {give.isSuccess ? outcomeWords.told : ''}
      </span>
    </>
  )
}
