import type { OwnReport, OwnReportRow } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { Moment } from '../../ui/Moment.tsx'
import { usePortalWords } from './words.ts'

type Props = { reports: readonly OwnReportRow[]; environment: OwnReport['environment'] }

const tones = {
  open: 'tag-warn',
  finished: 'tag-good',
  retracted: 'tag-quiet',
  expired: 'tag-quiet',
} as const

export const ReportState = ({ state }: { state: OwnReportRow['state'] }) => {
  const words = usePortalWords()
  return <span className={`tag ${tones[state]}`}>{words.states[state]}</span>
}

/** Own reports as a table: what each is, and when it was opened and closed. */
export const ReportRows = ({ reports, environment }: Props) => {
  const words = usePortalWords()
  const { reports: t } = words
  const label = `${t.title}: ${words.environments[environment]}`
  return (
    <div className="table-wrap" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.report}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.opened}</th>
            <th scope="col">{t.closed}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((each) => (
            <tr key={each.reportId}>
              <th scope="row">
                <Link
                  to="/portal/reports/$reportId"
                  params={{ reportId: each.reportId }}
                  search={{ environment }}
                >
                  {each.reportId}
                </Link>
                {each.fileCount > 0 ? <span className="muted small"> {t.files(each.fileCount)}</span> : null}
              </th>
              <td>
                <ReportState state={each.state} />
              </td>
              <td>
                <Moment at={each.openedAt} />
              </td>
              <td>
                {each.closedAt ? <Moment at={each.closedAt} /> : <span className="muted">{t.notClosed}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
