import type { AccessChange, ChangeMade } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { usePeopleAct } from './usePeopleAct.ts'

const tones = { waiting: 'tag-warn', approved: 'tag-good', refused: 'tag-quiet', alone: 'tag-warn' } as const

/** One change of who may do what: what, why, by whom; and the second person's yes or no where it is theirs to say. */
export const ChangeLine = (props: { change: AccessChange; onMade: (made: ChangeMade) => void }) => {
  const t = useMessages()
  const { change } = props
  const { changeId, kind, person, role, subject } = change
  const decide = usePeopleAct((approve: boolean) =>
    desk.call('decideChange', { params: { changeId }, body: { approve } }),
  )
  const act = (approve: boolean): void => {
    if (!decide.isPending) decide.mutate(approve, { onSuccess: props.onMade })
  }
  const what = t.people.changes[kind](person.name, role ? t.roles[role] : (subject ?? ''))
  return (
    <li className="line">
      <span className="cluster">
        <strong>{what}</strong>
        <span className={`tag ${tones[change.state]}`}>{t.people.states[change.state]}</span>
      </span>
      <span className="cluster small">
        <span>
          {t.people.askedBy(change.askedBy)}, <Moment at={change.askedAt} />
        </span>
        {change.decidedBy && change.decidedAt ? (
          <span>
            {t.people.decidedBy(change.decidedBy)}, <Moment at={change.decidedAt} />
          </span>
        ) : null}
      </span>
      <span className="small">
        {t.judging.because}: {change.because}
      </span>
      {change.mine ? (
        <span className="cluster">
          <button
            type="button"
            className="usa-button usa-button--small"
            aria-label={`${t.people.approve}: ${what}`}
            onClick={() => act(true)}
          >
            {t.people.approve}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-label={`${t.people.refuse}: ${what}`}
            onClick={() => act(false)}
          >
            {t.people.refuse}
          </button>
        </span>
      ) : null}
      {change.state === 'waiting' && !change.mine ? (
        <span className="small muted">{t.people.notYours}</span>
      ) : null}
      {decide.isError ? <ErrorNotice error={decide.error} /> : null}
    </li>
  )
}
