import type { Network } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { NetworkList } from './NetworkList.tsx'
import { NetworkPicture } from './NetworkPicture.tsx'

/** The network of links around a tip. Read, and recorded as read, only when asked for. */
export const NetworkSection = ({ tipId }: { tipId: string }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [asked, setAsked] = useState(false)
  const network = useQuery({
    ...reading('readNetwork', { params: { tipId } }),
    enabled: asked,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (!mayEverDo('readNetwork', role)) return null
  return (
    <Section id="network" title={t.together.network} about={t.together.networkAbout}>
      {asked ? null : (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small no-print compare-ask"
          onClick={() => setAsked(true)}
        >
          {t.together.networkShow}
        </button>
      )}
      <p role="status">{asked && network.isPending ? t.together.networkReading : ''}</p>
      {network.isError ? <ErrorNotice error={network.error} onRetry={() => void network.refetch()} /> : null}
      {network.data ? <NetworkView network={network.data} /> : null}
    </Section>
  )
}

const NetworkView = ({ network }: { network: Network }) => {
  const t = useMessages()
  const { reports, links, whole } = network
  return (
    <>
      {reports.length < 2 ? <p className="muted">{t.together.networkAlone}</p> : null}
      {whole ? null : <Notice tone="info">{t.together.networkPart}</Notice>}
      {reports.length < 2 ? null : (
        <>
          <p className="muted small">{t.together.networkSize(reports.length, links.length)}</p>
          <div className="network">
            <NetworkList network={network} />
            <NetworkPicture network={network} />
          </div>
        </>
      )}
    </>
  )
}
