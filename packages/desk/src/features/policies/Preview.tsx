import { type PolicyPreview, previewTipsMax } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { AsWritten } from '../../ui/Told.tsx'

/** What is looked at unless somebody says otherwise: about what an agency gets in some weeks, and works in one. */
const lastDefault = 1000
const lineDefault = 50

type Props = { params: { policyId: string; version: string }; blocked: boolean; unusable: boolean }

const countOf = (text: string): number => Math.min(previewTipsMax, Math.max(1, Math.round(Number(text)) || 1))

/** What the saved text would do to the newest reports: who moves, and who crosses the line of what is worked. */
export const Preview = ({ params, blocked, unusable }: Props) => {
  const t = useMessages()
  const [last, setLast] = useState(String(lastDefault))
  const [line, setLine] = useState(String(lineDefault))
  const preview = useMutation({
    mutationFn: () =>
      desk.call('previewPolicy', { params, body: { last: countOf(last), line: countOf(line) } }),
  })
  const cannot = blocked || unusable || preview.isPending
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!cannot) preview.mutate()
  }
  return (
    <Section level={2} id="preview" title={t.policies.preview} about={t.policies.previewAbout}>
      <form className="cluster preview-form" onSubmit={submit}>
        <Count label={t.policies.last} value={last} onValue={setLast} />
        <Count label={t.policies.workedTo} value={line} onValue={setLine} />
        <button type="submit" className="usa-button usa-button--small" aria-disabled={cannot}>
          {t.policies.previewNow}
        </button>
        <span role="status">
          {preview.isPending ? t.policies.previewing : ''}
          {blocked ? t.policies.saveFirst : ''}
        </span>
        <Asked prompt="policy preview" />
      </form>
      {preview.isError ? <ErrorNotice error={preview.error} /> : null}
      {preview.data && !blocked ? <Found preview={preview.data} /> : null}
    </Section>
  )
}

type CountProps = { label: string; value: string; onValue: (value: string) => void }

const Count = ({ label, value, onValue }: CountProps) => {
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="usa-input"
        type="number"
        min={1}
        max={previewTipsMax}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  )
}

const Found = ({ preview }: { preview: PolicyPreview }) => {
  const t = useMessages()
  return (
    <>
      <p role="status">{t.policies.looked(preview.tips, preview.against.name)}</p>
      <Facts
        facts={[
          { name: t.policies.moved, value: String(preview.moved) },
          { name: t.policies.changedBand, value: String(preview.changedBand) },
          { name: t.policies.changedLane, value: String(preview.changedLane) },
          { name: t.policies.up(preview.line), value: String(preview.crossedUp) },
          { name: t.policies.down(preview.line), value: String(preview.crossedDown) },
        ]}
      />
      {preview.rows.length === 0 ? (
        <p>{t.policies.nothingMoves}</p>
      ) : (
        <>
          <p className="small muted">{t.policies.shown(preview.rows.length)}</p>
          <Moves rows={preview.rows} />
        </>
      )}
    </>
  )
}

type Row = PolicyPreview['rows'][number]

const Moves = ({ rows }: { rows: readonly Row[] }) => {
  const t = useMessages()
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t.policies.preview}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.policies.tip}</th>
            <th scope="col">{t.policies.crosses}</th>
            <th scope="col">{t.policies.now}</th>
            <th scope="col">{t.policies.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.tipId}>
              <th scope="row">
                <Link to="/tips/$tipId" params={{ tipId: row.tipId }} search={{}}>
                  {row.tipId}
                </Link>
              </th>
              <td>
                <Crossing crosses={row.crosses} />
              </td>
              <Place standing={row.before} />
              <Place standing={row.after} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Crossing = ({ crosses }: { crosses: Row['crosses'] }) => {
  const t = useMessages()
  if (crosses === null) return <span className="muted">{t.policies.stays}</span>
  return (
    <span className="tag tag-warn">{crosses === 'up' ? t.policies.crossesUp : t.policies.crossesDown}</span>
  )
}

const Place = ({ standing }: { standing: Row['before'] }) => {
  const t = useMessages()
  return (
    <td>
      <strong>{standing.position}</strong> · <AsWritten>{standing.band}</AsWritten> · {t.lanes[standing.lane]}{' '}
      ·{' '}
      <span className="small muted">
        {t.queue.risk} {intervalText(standing.risk)}
      </span>
    </td>
  )
}
