import type { AgencyRuleVersion } from '@opentipline/contract'
import { type AgencyRuleId, mayEverDo } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSession } from '../people/session.ts'
import { useRuleAct } from './ruleQuery.ts'
import { useRuleWords } from './words.ts'
import { valueWords } from './valueWords.ts'

type Props = { id: AgencyRuleId; proposed: AgencyRuleVersion; onDone: (words: string) => void }

/** A change that waits for a second person, shown to both. */
export const ProposedRule = ({ id, proposed, onDone }: Props) => {
  const rw = useRuleWords()
  const t = useMessages()
  const { actingFor, person } = useSession()
  const params = { rule: id, version: String(proposed.version) }
  const act = useRuleAct((step: 'approve' | 'takeBack') =>
    desk.call(step === 'approve' ? 'approveAgencyRule' : 'withdrawAgencyRule', { params, body: {} }),
  )
  const run = (step: 'approve' | 'takeBack'): void => {
    if (act.isPending) return
    const words = step === 'approve' ? rw.approvedNow : rw.takenBackNow
    act.mutate(step, { onSuccess: () => onDone(words) })
  }
  const isOwn = proposed.set.by === person.name
  return (
    <Notice tone="warn">
      <span>
        <strong>{rw.waits}:</strong> {valueWords(id, proposed.value, rw)}
      </span>
      <span className="small">
        {rw.setBy(proposed.set.by)}, <Moment at={proposed.set.at} />. {t.policies.because}: {proposed.because}
      </span>
      {isOwn ? <span className="small">{rw.ownProposal}</span> : null}
      {mayEverDo('approveAgencyRule', actingFor.role) ? (
        <span className="cluster">
          {isOwn ? null : (
            <button
              type="button"
              className="usa-button usa-button--small"
              aria-disabled={act.isPending}
              onClick={() => run('approve')}
            >
              {rw.approve}
            </button>
          )}
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => run('takeBack')}>
            {rw.takeBack}
          </button>
          <span role="status">{act.isPending ? rw.sending : ''}</span>
        </span>
      ) : null}
      {act.isError ? <ErrorNotice error={act.error} /> : null}
    </Notice>
  )
}
