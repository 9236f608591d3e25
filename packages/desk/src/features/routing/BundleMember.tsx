import type { ReportBundleMember } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { Age } from '../../ui/Moment.tsx'
import { useClearinghouseWords } from './words.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** One report of a bundle, with the way to its review. */
export const Member = ({ member }: { member: ReportBundleMember }) => {
  const t = useMessages()
  const { bundles: words } = useClearinghouseWords()
  const { reportId, agencies, because } = member
  return (
    <li className="line">
      <span className="cluster">
        <Link to="/clearinghouse/review" search={{ report: reportId }} aria-label={words.review(reportId)}>
          {words.report(reportId)}
        </Link>
        <span>{member.incidentType ? <AsWritten>{member.incidentType}</AsWritten> : t.queue.noType}</span>
        <span className={member.provider ? '' : 'muted'}>{member.provider ?? t.queue.noProvider}</span>
        <span className="muted">
          <Age at={member.finishedAt} />
        </span>
      </span>
      {because && because.length > 0 ? (
        <ul className="plain-list">
          {because.map((each) => (
            <li key={each}>{t.questionWords[each] ?? each}</li>
          ))}
        </ul>
      ) : null}
      <span className="small muted">
        {agencies.length > 0 ? `${words.at}: ${agencies.join(', ')}` : words.nowhere}
      </span>
    </li>
  )
}
