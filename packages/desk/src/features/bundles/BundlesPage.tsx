import type { Bundle } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** Bundles that the server lists at most. */
const listedMax = 200

/** The agency's open tips that tell of one item, the largest bundles first. */
export const BundlesPage = () => {
  const t = useMessages()
  useTitle(t.together.bundles)
  const list = useQuery({ ...reading('listBundles', {}), staleTime: 0 })
  const bundles = list.data?.bundles ?? []
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.together.bundles}</h1>
      <p className="measure">{t.together.bundlesLead}</p>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && bundles.length === 0 ? <p className="muted">{t.together.noBundles}</p> : null}
      {bundles.length >= listedMax ? <p className="muted">{t.together.bundlesMost(listedMax)}</p> : null}
      <ul className="line-list">
        {bundles.map((bundle) => (
          <li className="line" key={bundle.bundleId}>
            <BundleLine bundle={bundle} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const BundleLine = ({ bundle }: { bundle: Bundle }) => {
  const t = useMessages()
  return (
    <span className="cluster">
      <Link to="/bundles/$bundleId" params={{ bundleId: bundle.bundleId }}>
        {t.together.tips(bundle.tips)}
      </Link>
      <span className="tag">{t.together.by[bundle.by] ?? bundle.by}</span>
      <BundleName bundle={bundle} />
    </span>
  )
}

/** What the members share: a digest in full, or who filed the batch and why. */
export const BundleName = ({ bundle }: { bundle: Bundle }) => (
  <span className={bundle.by === 'batch' ? '' : 'mono small'}>{bundle.name}</span>
)
