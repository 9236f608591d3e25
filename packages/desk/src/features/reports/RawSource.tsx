import type { TipDetail } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'

type Document = TipDetail['documents'][number]

/** The bytes as they came in, fetched only when asked: each opening is recorded. */
export const RawSource = ({ tipId, documents }: { tipId: string; documents: readonly Document[] }) => {
  const t = useMessages()
  if (documents.length === 0) return null
  return (
    <Section id="raw" title={t.tip.raw} about={t.tip.rawAbout}>
      {documents.map((document) => (
        <RawDocument key={document.documentId} tipId={tipId} document={document} />
      ))}
    </Section>
  )
}

const RawDocument = ({ tipId, document }: { tipId: string; document: Document }) => {
  const t = useMessages()
  const [wanted, setWanted] = useState(false)
  const { documentId, kind, receivedAt, sha256, sizeBytes } = document
  const source = useQuery({
    ...reading('readDocument', { params: { tipId, documentId } }),
    enabled: wanted,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="stack-tight">
      <p className="cluster">
        <strong>{kind}</strong>
        <span>
          <Bytes count={sizeBytes} />
        </span>
        <span className="muted small">
          <Moment at={receivedAt} />
        </span>
        <span className="mono muted">SHA-256 {sha256}</span>
      </p>
      {wanted ? null : (
        <p>
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            onClick={() => setWanted(true)}
          >
            {t.tip.openRaw}
          </button>
        </p>
      )}
      {wanted && source.isPending ? <Loading /> : null}
      {source.isError ? <ErrorNotice error={source.error} onRetry={() => void source.refetch()} /> : null}
      {source.data ? (
        <pre className="raw" tabIndex={0} aria-label={t.tip.raw}>
          {source.data.text}
        </pre>
      ) : null}
    </div>
  )
}
