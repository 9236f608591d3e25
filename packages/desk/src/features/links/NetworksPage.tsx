import { type NetworkHead, networksMax } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** The agency's reports that hang together, the largest networks first. */
export const NetworksPage = () => {
  const t = useMessages()
  useTitle(t.together.networks)
  const list = useQuery({ ...reading('listNetworks', {}), staleTime: 0 })
  const networks = list.data?.networks ?? []
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.together.networks}</h1>
      <p className="measure">{t.together.networksLead}</p>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && networks.length === 0 ? <p className="muted">{t.together.noNetworks}</p> : null}
      {networks.length >= networksMax ? <p className="muted">{t.together.bundlesMost(networksMax)}</p> : null}
      <ul className="line-list">
        {networks.map((network) => (
          <li className="line" key={network.networkId}>
            <NetworkLine network={network} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const NetworkLine = ({ network: { reports, open, first } }: { network: NetworkHead }) => {
  const t = useMessages()
  return (
    <span className="cluster">
      <strong>{t.together.networkOf(reports)}</strong>
      <span className="tag">{t.together.networkOpen(open)}</span>
      <Link to="/tips/$tipId" params={{ tipId: first.tipId }} search={{}} hash="network">
        {t.together.networkFirst(first.reportId)}
      </Link>
      <span className="muted">{t.together.networkTop(first.band)}</span>
    </span>
  )
}
