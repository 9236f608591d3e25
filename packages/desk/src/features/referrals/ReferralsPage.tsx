import type { ReferralLine } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** What the agency offered to others and was offered. */
export const ReferralsPage = () => {
  const t = useMessages()
  const words = t.discretion.referral
  useTitle(words.listTitle)
  const list = useQuery(reading('listReferrals', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.listTitle}</h1>
      <p>{words.listLead}</p>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.referrals.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="line-list">
        {list.data?.referrals.map((line) => (
          <Line key={line.referralId} line={line} />
        ))}
      </ul>
    </div>
  )
}

const Line = ({ line }: { line: ReferralLine }) => {
  const t = useMessages()
  const words = t.discretion.referral
  return (
    <li className="line">
      <span className="cluster">
        <span className={`tag ${line.state === 'offered' ? 'tag-warn' : 'tag-quiet'}`}>
          {words.states[line.state]}
        </span>
        <strong>
          {line.incoming ? words.incoming : words.outgoing} {line.other.name}
        </strong>
        {line.tipId ? (
          <Link to="/tips/$tipId" params={{ tipId: line.tipId }} search={{}}>
            {t.tip.tip} {line.tipId}
          </Link>
        ) : (
          <span className="muted">{words.notSeen}</span>
        )}
      </span>
      <span className="cluster small">
        <span>
          {words.columns.offered} <Age at={line.offeredAt} />
        </span>
        {line.answeredAt ? (
          <span>
            {words.columns.answered} <Moment at={line.answeredAt} />
          </span>
        ) : null}
        {line.because ? <span className="muted">{line.because}</span> : null}
      </span>
    </li>
  )
}
