import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { DestructionLine } from './DestructionLine.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { useWords } from './useWords.ts'

/** Destroying files: what is proposed, what was done, and the certificates. Nothing here shows what is in a file. */
export const DestructionsPage = ({ file }: { file?: string | undefined }) => {
  const t = useMessages()
  const w = useWords()
  const { role } = useSession().actingFor
  useTitle(t.files.destructionsTitle)
  const list = useQuery({ ...reading('listDestructions', {}), enabled: mayEverDo('listDestructions', role) })
  return (
    <div className="page stack">
      <h1>{t.files.destructionsTitle}</h1>
      <p className="lead">{w.lead}</p>
      <p className="muted">{w.copies}</p>
      {mayEverDo('proposeDestruction', role) ? (
        <details open={file !== undefined}>
          <summary>{w.propose}</summary>
          <ProposeForm file={file ?? ''} />
        </details>
      ) : null}
      <h2>{w.list}</h2>
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending && list.isFetching ? <Loading /> : null}
      {list.data?.destructions.length === 0 ? <Notice tone="info">{w.none}</Notice> : null}
      {list.data?.destructions.map((each) => (
        <DestructionLine key={each.destructionId} destruction={each} />
      ))}
    </div>
  )
}
