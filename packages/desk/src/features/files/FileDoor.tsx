import type { FileAuthority, FileGate } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Refused } from '../../ui/Told.tsx'
import { useSession } from '../people/session.ts'
import { ExposureNotes } from '../checklists/FieldNote.tsx'
import { GateEntries } from '../law/GateEntries.tsx'
import { AuthorityForm } from './AuthorityForm.tsx'
import { OpenDialog } from './viewer/OpenDialog.tsx'

const gateTones = {
  'no warrant needed': 'tag-good',
  'warrant needed': 'tag-warn',
  unsettled: 'tag-warn',
} as const satisfies Record<FileGate['gate']['answer'], string>

/** What stands between this agency and what is in one file. It shows nothing of it. */
export const FileDoor = ({ tipId, fileId, title }: { tipId: string; fileId: string; title: string }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const files = useQuery({
    ...reading('listFiles', { params: { tipId } }),
    enabled: mayEverDo('listFiles', role),
  })
  if (files.isError) return <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />
  const file = files.data?.files.find((each) => each.fileId === fileId)
  if (!file) return null
  if (file.held === 'not sent') return <p className="muted small">{t.files.notSent}</p>
  if (file.destroyed)
    return (
      <Notice tone="info">
        <span>
          {t.files.destroyed} <Moment at={file.destroyed.at} />. {t.files.destroyedUnder}{' '}
          {file.destroyed.under}.{' '}
          <Link to="/destructions" search={{}}>
            {t.files.certificate}
          </Link>
        </span>
      </Notice>
    )
  return <Door tipId={tipId} file={file} title={title} />
}

const Door = ({ tipId, file, title }: { tipId: string; file: FileGate; title: string }) => {
  const t = useMessages()
  const [act, setAct] = useState<'open' | 'authority'>()
  const { forum } = file.gate
  return (
    <div className="stack-tight file-door">
      <p className="cluster">
        <span className={`tag ${gateTones[file.gate.answer]}`}>{t.files.gates[file.gate.answer]}</span>
        <span className="muted small">
          {forum
            ? `${t.law.forumIs(forum.state, forum.circuit ? t.law.circuits(forum.circuit) : t.law.noCircuit, t.law.courts[forum.courts])} · `
            : ''}
          {t.files.gateAsOf(file.gate.on, file.gate.asOf)}
        </span>
      </p>
      <details>
        <summary>{t.files.gateWhy}</summary>
        <ul>
          {file.gate.sentences.map((sentence) => (
            <li key={sentence}>
              <Refused text={sentence} />
            </li>
          ))}
        </ul>
        <GateEntries because={file.gate.because} />
        <p className="muted small">
          {t.files.gateNoAdvice} <Link to="/law">{t.law.title}</Link>
        </p>
      </details>
      {file.incident ? (
        <Notice tone="alarm" quiet>
          <span>
            {t.files.incident} <Moment at={file.incident.foundAt} />
          </span>
        </Notice>
      ) : null}
      {file.proposed ? (
        <p className="small">
          {t.files.destructionProposed(file.proposed.by)} <Moment at={file.proposed.at} />.{' '}
          <Link to="/destructions" search={{}}>
            {t.files.destructionsTitle}
          </Link>
        </p>
      ) : null}
      {file.seen ? (
        <p className="small">
          {t.files.seenBefore(file.seen.times)} <Moment at={file.seen.lastAt} />
        </p>
      ) : null}
      {file.authorities.map((each) => (
        <Authority key={each.authorityId} tipId={tipId} fileId={file.fileId} authority={each} />
      ))}
      {file.mayOpen && !file.seen ? <ExposureNotes place="before opening" /> : null}
      {file.seen ? <ExposureNotes place="after opening" /> : null}
      {act === 'authority' ? (
        <AuthorityForm tipId={tipId} fileId={file.fileId} onDone={() => setAct(undefined)} />
      ) : (
        <p className="cluster no-print">
          {file.mayOpen ? (
            <button
              type="button"
              className="usa-button usa-button--outline usa-button--small"
              onClick={() => setAct('open')}
            >
              {t.files.open}
            </button>
          ) : (
            <span className="small">{t.files.closed}</span>
          )}
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => setAct('authority')}
          >
            {t.files.addAuthority}
          </button>
          {file.proposed ? null : (
            <Link className="small" to="/destructions" search={{ file: file.fileId }}>
              {t.files.destroy}
            </Link>
          )}
        </p>
      )}
      {act === 'open' ? (
        <OpenDialog tipId={tipId} file={file} title={title} onClose={() => setAct(undefined)} />
      ) : null}
    </div>
  )
}

type AuthorityProps = { tipId: string; fileId: string; authority: FileAuthority }

const Authority = ({ tipId, fileId, authority }: AuthorityProps) => {
  const t = useMessages()
  const [asking, setAsking] = useState(false)
  const { authorityId, kind, court, number, dated, returnedBy, givenBy, note, by, at, withdrawn } = authority
  const withdraw = useMutation({
    mutationFn: (because: string) =>
      desk.call('withdrawFileAuthority', { params: { tipId, fileId, authorityId }, body: { because } }),
    onSuccess: () => {
      setAsking(false)
      void queryClient.invalidateQueries({ queryKey: ['listFiles'] })
    },
  })
  const parts = [
    court,
    number,
    givenBy,
    dated,
    returnedBy && `${t.files.authorityFields.returnedBy}: ${returnedBy}`,
  ].filter(Boolean)
  return (
    <div className="stack-tight small">
      <p>
        <strong>{t.files.authorityKinds[kind]}</strong> {parts.join(', ')}. {note} ({by}, <Moment at={at} />)
      </p>
      {withdrawn ? (
        <p className="muted">
          {t.files.withdrawn(withdrawn.by)} <Moment at={withdrawn.at} />: {withdrawn.because}
        </p>
      ) : asking ? (
        <ReasonForm
          send={t.files.withdraw}
          busy={withdraw.isPending}
          error={withdraw.error}
          onSend={(because) => withdraw.mutate(because)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <button
          type="button"
          className="usa-button usa-button--unstyled no-print"
          onClick={() => setAsking(true)}
        >
          {t.files.withdrawAuthority}
        </button>
      )}
    </div>
  )
}
