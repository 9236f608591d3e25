import { mayEverDo } from '@opentipline/domain'
import { Navigate } from '@tanstack/react-router'
import { useSession } from '../features/people/session.ts'

/** Leads everybody to where their work is. */
export const StartPage = () => {
  const { role } = useSession().actingFor
  if (mayEverDo('listTips', role)) return <Navigate to="/queue" search={{}} replace />
  if (mayEverDo('readPipeline', role)) return <Navigate to="/clearinghouse" replace />
  if (mayEverDo('readOwnProvider', role)) return <Navigate to="/portal" replace />
  if (mayEverDo('searchLedger', role)) return <Navigate to="/ledger" search={{}} replace />
  if (mayEverDo('listPeople', role)) return <Navigate to="/people" replace />
  if (mayEverDo('listIncidents', role)) return <Navigate to="/incidents" replace />
  return <Navigate to="/about" replace />
}
