import type { OutcomeView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'

type Props = { outcome: OutcomeView; stands: boolean; onChange: () => Promise<void> }

/** One outcome as it was told; one that was taken back stays to be seen as such. */
export const OutcomeLine = ({ outcome, stands, onChange }: Props) => {
  const { loop } = useMessages()
  const words = loop.outcome
  const { outcomeId, withdrawn } = outcome
  const withdraw = useMutation({
    mutationFn: () => desk.call('withdrawOutcome', { params: { outcomeId }, body: {} }),
    onSuccess: onChange,
  })
  return (
    <li className="line">
      <span className="cluster">
        <strong className={withdrawn ? 'muted' : undefined}>
          {outcome.results.map((code) => loop.results[code]).join(', ')}
        </strong>
        {stands ? <span className="tag">{words.stands}</span> : null}
        <span className="tag tag-quiet">
          {outcome.audience === 'clearinghouse' ? words.given : words.kept}
        </span>
        {withdrawn ? null : (
          <button
            type="button"
            className="usa-button usa-button--unstyled small no-print"
            aria-disabled={withdraw.isPending}
            onClick={() => (withdraw.isPending ? undefined : withdraw.mutate())}
          >
            {words.withdraw}
          </button>
        )}
      </span>
      {outcome.usefulness === 'not said' && outcome.missing.length === 0 ? null : (
        <span className="small">
          {[
            loop.usefulness[outcome.usefulness],
            ...outcome.missing.map((part) => `− ${loop.parts[part]}`),
          ].join(' · ')}
        </span>
      )}
      {outcome.words === '' ? null : <p className="prose small">{outcome.words}</p>}
      <span className="small muted">
        {outcome.by}, <Moment at={outcome.at} />
        {withdrawn ? (
          <>
            {' · '}
            {words.withdrawn(withdrawn.by)}, <Moment at={withdrawn.at} />
          </>
        ) : null}
      </span>
      {withdraw.isError ? <ErrorNotice error={withdraw.error} /> : null}
    </li>
  )
}
