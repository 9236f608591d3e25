import { useClearinghouseWords } from './words.ts'

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

/** The way to the next page of what is read in pages; nothing after the last. */
export const More = ({ pages }: { pages: Pages }) => {
  const { bundles: words } = useClearinghouseWords()
  if (!pages.hasNextPage) return null
  return (
    <p className="cluster no-print">
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={pages.isFetchingNextPage}
        onClick={() => (pages.isFetchingNextPage ? undefined : void pages.fetchNextPage())}
      >
        {words.more}
      </button>
      <span role="status">{pages.isFetchingNextPage ? words.reading : ''}</span>
    </p>
  )
}
