import { type FileGate, type FileOpening, type OpeningPurpose, openingPurposes } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../../platform/api.ts'
import { Asked } from '../../../ui/Asked.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Force } from '../../../ui/Force.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Covered } from './Covered.tsx'
import { fetchOpened } from './fetchOpened.ts'

type Props = { tipId: string; file: FileGate; title: string; onClose: () => void }

/** Opening one file: why, a fresh proof of who asks, and then the file, covered. */
export const OpenDialog = ({ tipId, file, title, onClose }: Props) => {
  const [opening, setOpening] = useState<FileOpening>()
  const close = (): void => {
    if (opening) void queryClient.invalidateQueries({ queryKey: ['listFiles'] })
    onClose()
  }
  return (
    <Dialog title={title} onClose={close}>
      {opening ? (
        <Viewer opening={opening} />
      ) : (
        <ReasonToOpen tipId={tipId} file={file} onOpened={setOpening} />
      )}
    </Dialog>
  )
}

/** The agency's own limit is told before it is met. */
const Limit = () => {
  const t = useMessages()
  const { data } = useQuery(reading('readViewing', {}))
  if (!data?.limit) return null
  const { perDay, left, liftedToday } = data.limit
  return (
    <Notice tone={left === 0 && !liftedToday ? 'warn' : 'info'}>
      <span>
        <Force force="agency policy" /> {liftedToday ? t.files.limitLifted : t.files.limit(perDay, left)}
      </span>
    </Notice>
  )
}

type ReasonProps = { tipId: string; file: FileGate; onOpened: (opening: FileOpening) => void }

const ReasonToOpen = ({ tipId, file, onOpened }: ReasonProps) => {
  const t = useMessages()
  const id = useId()
  const [purpose, setPurpose] = useState<OpeningPurpose>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const open = useMutation({
    mutationFn: (body: { purpose: OpeningPurpose; reason: string }) =>
      desk.call('openFile', { params: { tipId, fileId: file.fileId }, body }),
    onSuccess: onOpened,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (purpose && reason.trim() && !open.isPending) open.mutate({ purpose, reason: reason.trim() })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t.files.openLead}</p>
      <Limit />
      {file.seen ? (
        <Notice tone="info">
          <span>
            {t.files.seenBefore(file.seen.times)} <Moment at={file.seen.lastAt} />
          </span>
        </Notice>
      ) : null}
      <div>
        <label className="usa-label" htmlFor={`${id}-purpose`}>
          {t.files.purpose}
        </label>
        <select
          id={`${id}-purpose`}
          className="usa-select"
          data-first-focus
          value={purpose ?? ''}
          onChange={(event) => setPurpose(openingPurposes.find((each) => each === event.target.value))}
        >
          <option value="">{t.files.choose}</option>
          {openingPurposes.map((each) => (
            <option key={each} value={each}>
              {t.files.purposes[each]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-reason`}>
          {t.files.reason}
        </label>
        <textarea
          id={`${id}-reason`}
          className="usa-textarea"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {tried && !(purpose && reason.trim()) ? (
        <p className="field-error" role="alert">
          {t.files.reasonMissing}
        </p>
      ) : null}
      {open.isError ? <ErrorNotice error={open.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={open.isPending}>
          {t.files.openCovered}
        </button>
        <span role="status">{open.isPending ? t.files.opening : ''}</span>
      </div>
      <Asked prompt="opening a file" />
    </form>
  )
}

/** The bytes are fetched once, held in this page's memory, and gone with it. */
const Viewer = ({ opening }: { opening: FileOpening }) => {
  const t = useMessages()
  const bytes = useQuery({
    queryKey: ['opened', opening.openingId],
    queryFn: ({ signal }) => fetchOpened(opening.openingId, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  // Asked for when the bytes are here, so that the count has this file in it.
  const viewing = useQuery({ ...reading('readViewing', {}), staleTime: 0, enabled: bytes.data !== undefined })
  if (bytes.isError) return <ErrorNotice error={bytes.error} />
  if (viewing.isError) return <ErrorNotice error={viewing.error} onRetry={() => void viewing.refetch()} />
  if (!bytes.data || !viewing.data) return <Loading />
  return (
    <div className="stack">
      <Covered opened={bytes.data} preference={viewing.data.preference} />
      <p className="muted small">{t.files.ownCount(viewing.data.today)}</p>
    </div>
  )
}
