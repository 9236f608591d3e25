import type { LedgerPage as Page } from '@opentipline/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { EntryTable } from './EntryTable.tsx'
import { LedgerForm } from './LedgerForm.tsx'
import { filterOf, type LedgerSearch } from './search.ts'
import { Reviews } from './Reviews.tsx'
import { Verification } from './Verification.tsx'

/** Entries fetched at a time: two screens of them. */
const pageEntries = 50

/** Each search is an entry of the ledger itself: nothing is fetched again that nobody asked for. */
const useEntries = (search: LedgerSearch) =>
  useInfiniteQuery({
    queryKey: ['searchLedger', filterOf(search)],
    queryFn: ({ pageParam, signal }) =>
      desk.call('searchLedger', {
        query: { ...filterOf(search), limit: pageEntries, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Who did what, on what, when: searched, exported and verified. */
export const LedgerPage = ({ search }: { search: LedgerSearch }) => {
  const t = useMessages()
  useTitle(t.ledger.title)
  const entries = useEntries(search)
  const first = entries.data?.pages[0]
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.ledger.title}</h1>
      <p>{t.ledger.lead}</p>
      <Verification checkpoint={first?.checkpoint} />
      {entries.data ? <Reviews size={first?.checkpoint?.size ?? 0} /> : null}
      <LedgerForm
        key={JSON.stringify(search)}
        search={search}
        actions={first?.actions ?? []}
        onSame={() => void entries.refetch()}
      />
      <Section level={2} id="entries" title={t.ledger.entries}>
        <Found entries={entries} />
      </Section>
    </div>
  )
}

const Found = ({ entries }: { entries: ReturnType<typeof useEntries> }) => {
  const t = useMessages()
  const found = (entries.data?.pages ?? []).flatMap((page) => page.entries)
  const said = entries.isPending
    ? t.ledger.finding
    : found.length > 0
      ? t.ledger.shown(found.length)
      : entries.data
        ? t.ledger.none
        : ''
  return (
    <>
      <p role="status">{said}</p>
      {entries.isError ? <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {found.length > 0 ? <EntryTable entries={found} /> : null}
      {entries.hasNextPage ? (
        <div className="cluster">
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-disabled={entries.isFetchingNextPage}
            onClick={() => (entries.isFetchingNextPage ? undefined : void entries.fetchNextPage())}
          >
            {entries.isFetchingNextPage ? t.ledger.loadingMore : t.ledger.more}
          </button>
        </div>
      ) : null}
      {found.length > 0 && !entries.hasNextPage ? <p className="small muted">{t.ledger.whole}</p> : null}
    </>
  )
}
