import type { Report } from '@opentipline/contract'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { fieldLabel } from '../../ui/fieldLabel.ts'
import { Section } from '../../ui/Section.tsx'
import { momentText, shownZone } from '../../ui/time.ts'
import { pointerWords } from '../assessments/pointerWords.ts'
import { FieldNote } from '../checklists/FieldNote.tsx'
import { captureRows, type CaptureRow } from './captures.ts'

/** The timeline of what was captured, in UTC and in the reader's own time. */
export const Captures = ({ report }: { report: Report }) => {
  const t = useMessages()
  const rows = captureRows(report)
  return (
    <Section id="captures" title={t.tip.captures} about={t.tip.capturesAbout(shownZone())}>
      {rows.length === 0 ? <p className="muted">{t.tip.noCaptures}</p> : null}
      {rows.length > 0 ? (
        <table className="table captures stacks">
          <thead>
            <tr>
              <th scope="col">{t.tip.utc}</th>
              <th scope="col">{t.tip.local}</th>
              <th scope="col">{t.tip.event}</th>
              <th scope="col">
                {t.tip.address}
                <FieldNote field="port" label={t.tip.address} />
              </th>
              <th scope="col">{t.tip.who}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CaptureLine key={row.pointer} row={row} report={report} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  )
}

const CaptureLine = ({ row, report }: { row: CaptureRow; report: Report }) => {
  const t = useMessages()
  const style = { language: useShownLanguage(), seconds: true }
  const { at, atMs } = row
  return (
    <tr data-at={row.pointer}>
      {atMs === undefined ? (
        <td colSpan={2} data-label={t.tip.utc} className="muted">
          {at === undefined ? t.tip.timeNotStated : `${t.tip.timeNotRead}: ${at}`}
        </td>
      ) : (
        <>
          <td data-label={t.tip.utc} title={`${t.tip.asReceived}: ${at}`}>
            {momentText(atMs, { ...style, zone: 'UTC' })}
          </td>
          <td data-label={t.tip.local}>{momentText(atMs, style)}</td>
        </>
      )}
      <td data-label={t.tip.event}>{row.event ?? <span className="muted">{t.common.notStated}</span>}</td>
      <td data-label={t.tip.address}>
        <CaptureThing row={row} />
      </td>
      <td data-label={t.tip.who}>{pointerWords(row.owner, report, t)}</td>
    </tr>
  )
}

const CaptureThing = ({ row: { what } }: { row: CaptureRow }) => {
  const t = useMessages()
  if (what.kind === 'moment') return <span className="muted">–</span>
  if (what.kind === 'device')
    return (
      <span>
        {fieldLabel('devices', t)} {what.device.idType}: <span className="mono">{what.device.idValue}</span>
      </span>
    )
  const { ipAddress, port, possibleProxy } = what.capture
  return (
    <span>
      <span className="mono">{ipAddress}</span>{' '}
      <span className={port === undefined ? 'muted small' : 'mono'}>{port ?? t.tip.portNotStated}</span>
      {possibleProxy === undefined ? null : (
        <span className="muted small"> · {possibleProxy ? t.tip.proxy : t.tip.notProxy}</span>
      )}
    </span>
  )
}
