import { getRouteApi } from '@tanstack/react-router'
import { CasePage } from './CasePage.tsx'
import { CasesPage } from './CasesPage.tsx'

const list = getRouteApi('/cases')
const one = getRouteApi('/cases/$caseId')

export const CasesRoute = () => <CasesPage state={list.useSearch().shown ?? 'open'} />

/** One case at its address; another one is another page. */
export const CaseRoute = () => {
  const { caseId } = one.useParams()
  return <CasePage key={caseId} caseId={caseId} />
}
