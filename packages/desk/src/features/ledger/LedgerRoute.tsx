import { getRouteApi } from '@tanstack/react-router'
import { LedgerPage } from './LedgerPage.tsx'

const route = getRouteApi('/ledger')

/** The auditor's page at its address; another search begins anew. */
export const LedgerRoute = () => <LedgerPage search={route.useSearch()} />
