import { getRouteApi } from '@tanstack/react-router'
import { CredentialsPage } from './CredentialsPage.tsx'
import { OverviewPage } from './OverviewPage.tsx'
import { OwnReportPage } from './OwnReportPage.tsx'
import { OwnReportsPage } from './OwnReportsPage.tsx'
import { QualityPage } from './QualityPage.tsx'
import { SandboxPage } from './SandboxPage.tsx'

const reports = getRouteApi('/portal/reports')
const report = getRouteApi('/portal/reports/$reportId')
const quality = getRouteApi('/portal/quality')

export const OverviewRoute = () => <OverviewPage />
export const CredentialsRoute = () => <CredentialsPage />
export const OwnReportsRoute = () => <OwnReportsPage search={reports.useSearch()} />
export const OwnReportRoute = () => {
  const { reportId } = report.useParams()
  const { environment = 'live' } = report.useSearch()
  return <OwnReportPage key={`${reportId} ${environment}`} reportId={reportId} environment={environment} />
}
export const QualityRoute = () => <QualityPage search={quality.useSearch()} />
export const SandboxRoute = () => <SandboxPage />
