import type { MadeDocument } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { withProof } from '../../platform/api.ts'
import { fetchFile, keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { useSession } from '../people/session.ts'
import { SentForm } from './SentForm.tsx'

type Format = 'pdf' | 'docx'
const formats = ['pdf', 'docx'] as const

/** Whether saying that it was sent starts or lengthens a clock. */
const startsClock = ({ kind }: Pick<MadeDocument, 'kind'>): boolean =>
  kind === 'preservation letter' || kind === 'preservation renewal'

/** One document: its bytes, its digests, and what somebody said of its sending. */
export const MadeLine = ({ tipId, made }: { tipId: string; made: MadeDocument }) => {
  const { documents: words } = useMessages()
  const { role } = useSession().actingFor
  const [saying, setSaying] = useState(false)
  const name = words.kinds[made.kind] ?? made.kind
  const fetched = useMutation({
    mutationFn: (format: Format) =>
      withProof(() => fetchFile(`/api/tips/${tipId}/made-documents/${made.madeId}/${format}`)),
    onSuccess: (content, format) => keepFile(content, `tip-${tipId}-document-${made.madeId}.${format}`),
  })
  return (
    <li className="line" data-at={`document:${made.madeId}`}>
      <span className="cluster">
        <strong>{name}</strong>
        <span className="small muted">
          {words.madeBy(made.madeBy)}, <Moment at={made.madeAt} />, {words.revision(made.revision)}
        </span>
      </span>
      <Sends made={made} />
      <span className="cluster no-print">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-label={words.download(format.toUpperCase(), name)}
            aria-disabled={fetched.isPending}
            onClick={() => (fetched.isPending ? undefined : fetched.mutate(format))}
          >
            {format.toUpperCase()}
          </button>
        ))}
        {mayEverDo('recordDocumentSent', role) && !saying ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            aria-label={words.sayOf(name)}
            onClick={() => setSaying(true)}
          >
            {words.say}
          </button>
        ) : null}
        <span role="status">{fetched.isPending ? words.fetching : ''}</span>
      </span>
      {fetched.isError ? <ErrorNotice error={fetched.error} /> : null}
      {saying ? <SentForm tipId={tipId} made={made} onDone={() => setSaying(false)} /> : null}
      <details className="small">
        <summary>{words.digests}</summary>
        <dl className="digests">
          {(
            [
              ['PDF', made.pdfSha256],
              ['DOCX', made.docxSha256],
              [words.facts, made.factsSha256],
            ] as const
          ).map(([of, digest]) => (
            <div key={of}>
              <dt>{of}</dt>
              <dd className="mono">{digest}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

const Sends = ({ made }: { made: MadeDocument }) => {
  const { documents: words } = useMessages()
  if (made.sends.length === 0) return <span className="small muted">{words.notSent}</span>
  return made.sends.map((send) => (
    <span key={`${send.recordedAt} ${send.to}`} className="small">
      {words.sentTo(send.to, send.how)}, <Moment at={send.at} both />, {words.saidBy(send.by)}.{' '}
      {startsClock(made) ? <a href="#clocks">{words.clockRuns}</a> : null}
    </span>
  ))
}
