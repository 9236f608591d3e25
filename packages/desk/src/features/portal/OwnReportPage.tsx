import type { OwnReport } from '@opentipline/contract'
import { providerHold } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../platform/api.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { CheckLists } from './CheckLists.tsx'
import { Receipt } from './Receipt.tsx'
import { ReportState } from './ReportRows.tsx'
import { usePortalWords } from './words.ts'

type Props = { reportId: string; environment: OwnReport['environment'] }

/** While the log is being signed the receipt is asked for again. */
const againMs = 3_000

/** One own report: its state in plain words, its receipt, its files by their digests, and what could be stated better. */
export const OwnReportPage = ({ reportId, environment }: Props) => {
  const words = usePortalWords()
  useTitle(words.report.title(reportId))
  const found = useQuery({
    ...reading('readOwnReport', { params: { reportId }, query: { environment } }),
    refetchInterval: ({ state }) => (state.data?.receipt === 'not yet' ? againMs : false),
  })
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.report.title(reportId)}</h1>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <Found report={found.data} /> : null}
    </div>
  )
}

const Found = ({ report }: { report: OwnReport }) => {
  const words = usePortalWords()
  const { report: t } = words
  const { looked, of } = report.documents
  const isTest = report.environment === 'test'
  return (
    <>
      <div className="cluster">
        <ReportState state={report.state} />
        <span className={isTest ? 'tag tag-warn' : 'tag'}>{words.environments[report.environment]}</span>
      </div>
      <p className="lead">
        {isTest && report.state === 'finished' ? words.testFinished : words.stateAbout[report.state]}
      </p>
      <Facts
        facts={[
          { name: words.reports.opened, value: <Moment at={report.openedAt} both /> },
          {
            name: words.reports.closed,
            value: report.closedAt ? <Moment at={report.closedAt} both /> : words.reports.notClosed,
          },
          { name: t.filedBy, value: <span className="mono">{report.username}</span> },
        ]}
      />
      <Hold report={report} />
      <Receipt report={report} />
      <Files files={report.files} />
      <Section level={2} id="advice" title={t.advice} about={t.adviceAbout}>
        {looked < of ? <p>{t.looked(looked, of)}</p> : null}
        <CheckLists check={report.check} filed />
      </Section>
    </>
  )
}

/** Of a live report that was finished: until when the law has the provider keep what it reported. */
const Hold = ({ report }: { report: OwnReport }) => {
  const { report: t } = usePortalWords()
  if (report.environment === 'test' || report.state !== 'finished' || !report.closedAt) return null
  const { at } = providerHold(new Date(report.closedAt))
  return (
    <p className="cluster">
      <span>
        {t.hold} <Moment at={at} /> ({t.holdSource}).
      </span>
      <Asked prompt="own reports kept" />
    </p>
  )
}

const Files = ({ files }: { files: OwnReport['files'] }) => {
  const { report: t } = usePortalWords()
  return (
    <Section level={2} id="files" title={`${t.files} (${files.length})`} about={t.sha256About}>
      {files.length === 0 ? <p className="muted">{t.noFiles}</p> : null}
      <ul className="line-list">
        {files.map((file) => (
          <li key={file.fileId} className="line">
            <strong className="mono">{file.fileId}</strong>
            <Facts
              facts={[
                { name: t.size, value: <Bytes count={file.sizeBytes} /> },
                { name: t.sha256, value: <span className="mono">{file.sha256}</span> },
                { name: t.described, value: file.described ? t.isDescribed : t.notDescribed },
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
