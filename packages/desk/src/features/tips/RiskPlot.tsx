import { actionabilitySteps, type FacetValue, riskSteps } from '@opentipline/contract'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import {
  actionabilitySpan,
  type Cells,
  cellsText,
  holdsCell,
  readCells,
  riskSpan,
  withCell,
} from './plotCells.ts'

type Props = {
  values: readonly FacetValue[]
  chosen: string | undefined
  onChoose: (cells: string | undefined) => void
}
type At = { column: number; row: number }

const columns = riskSteps.map((_, column) => column)
/** The highest actionability on top, as on a chart. */
const rows = actionabilitySteps.map((_, row) => row).toReversed()

const moves: Record<string, At> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: 1 },
  ArrowDown: { column: 0, row: -1 },
}
const within = (at: number, steps: readonly unknown[]): number => Math.min(steps.length - 1, Math.max(0, at))

/**
 * Risk against actionability, each tip by the low ends of both: how many stand in each cell, and a choice of cells narrows the
 * list. It is a table of buttons: Tab reaches one, arrows move, Enter or Space chooses, with Shift the rectangle grows.
 */
export const RiskPlot = ({ values, chosen, onChoose }: Props) => {
  const t = useMessages()
  const cells = readCells(chosen)
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<At>({ column: 0, row: rows[0] ?? 0 })
  const counts = new Map(values.map(({ value, tips }) => [value, tips]))
  const most = Math.max(1, ...counts.values())
  const go = (event: KeyboardEvent): void => {
    const step = moves[event.key]
    if (!step) return
    event.preventDefault()
    const to = {
      column: within(at.column + step.column, riskSteps),
      row: within(at.row + step.row, actionabilitySteps),
    }
    setAt(to)
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.column}x${to.row}"]`)?.focus()
  }
  const choose = ({ column, row }: At, event: MouseEvent): void => {
    const one: Cells = { left: column, right: column, low: row, high: row }
    const next = event.shiftKey && cells ? withCell(cells, column, row) : one
    const text = cellsText(next)
    onChoose(text === chosen ? undefined : text)
  }
  return (
    <figure className="plot">
      <table ref={table} onKeyDown={go}>
        <caption>
          {t.finding.plot} <span className="muted small">{t.finding.plotAbout}</span>
        </caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{actionabilitySpan(row)}</th>
              {columns.map((column) => {
                const tips = counts.get(`${column}x${row}`) ?? 0
                const name = t.finding.cell(riskSpan(column), actionabilitySpan(row), tips)
                return (
                  <td key={column}>
                    <button
                      type="button"
                      data-cell={`${column}x${row}`}
                      className={`cell cell-${tips === 0 ? 0 : 1 + Math.floor((3.999 * tips) / most)}`}
                      aria-pressed={holdsCell(cells, column, row)}
                      aria-label={name}
                      title={name}
                      tabIndex={at.column === column && at.row === row ? 0 : -1}
                      onFocus={() => setAt({ column, row })}
                      onClick={(event) => choose({ column, row }, event)}
                    >
                      {tips || ''}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="small muted">{t.queue.risk} →</td>
            {columns.map((column) => (
              <th key={column} scope="col">
                {riskSteps[column]}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </figure>
  )
}
