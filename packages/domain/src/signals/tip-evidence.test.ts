import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IpCapture } from '@opentipline/contract'
import { emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { signalsOf } from './signals-of.ts'

const valueOf = (name: string, ...ipCaptures: IpCapture[]): string | undefined =>
  signalsOf({ report: reportWith({ parties: [emptyParty('reported', { ipCaptures })] }) }).find(
    (signal) => signal.name === name,
  )?.value

test('port 0 is a filler, not a port', () => {
  assert.equal(valueOf('source port', { ipAddress: '192.0.2.7', port: 0 }), 'unknown')
  assert.equal(valueOf('source port', { ipAddress: '192.0.2.7', port: 40_000 }), 'true')
})

test('one address of a single household is enough: not every address is shared', () => {
  const [shared, single] = [{ ipAddress: '192.0.2.7' }, { ipAddress: '2001:db8::7' }]
  assert.equal(valueOf('address shared by many', shared), 'unknown')
  assert.equal(valueOf('address shared by many', shared, single), 'false')
})
