import { emptyReport, type Report } from '@opentipline/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { party } from '../../testing/samples.ts'
import { captureRows } from './captures.ts'

const reportWith = (times: readonly (string | undefined)[]): Report => ({
  ...emptyReport('reporting-xml'),
  parties: [
    party('reported', {
      ipCaptures: times.map((at, index) => ({
        ipAddress: `203.0.113.${index}`,
        ...(at === undefined ? {} : { at }),
      })),
    }),
  ],
})

const times = fc.array(
  fc.option(
    fc.oneof(
      fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map((date) => date.toISOString()),
      fc.constant('2026-11-20T02:11:09'),
    ),
    { nil: undefined },
  ),
  { maxLength: 30 },
)

test('every capture has its line, in order of time, and what has no instant comes last', () => {
  fc.assert(
    fc.property(times, (stated) => {
      const rows = captureRows(reportWith(stated))
      expect(new Set(rows.map(({ pointer }) => pointer)).size).toBe(stated.length)
      const instants = rows.map(({ atMs }) => atMs ?? Infinity)
      expect(instants).toEqual(instants.toSorted((a, b) => (a === b ? 0 : a - b)))
    }),
  )
})

test('captures are found wherever a report holds them', () => {
  const capture = { ipAddress: '203.0.113.1' }
  const account = { ...party('reported', { ipCaptures: [capture] }), type: 'linked' }
  const report: Report = {
    ...emptyReport('le-json'),
    incident: { annotations: [], at: '2026-11-20T02:11:09Z' },
    parties: [party('child', { associatedAccounts: [account], devices: [{ idType: 'IMEI', idValue: 'x' }] })],
    internetDetails: [{ kind: 'nonInternet', ipCaptures: [capture], additionalInfo: [] }],
  }
  expect(captureRows(report).map(({ pointer }) => pointer)).toEqual([
    '/incident/at',
    '/parties/0/devices/0',
    '/parties/0/associatedAccounts/0/ipCaptures/0',
    '/internetDetails/0/ipCaptures/0',
  ])
})
