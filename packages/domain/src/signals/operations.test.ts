import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport } from '@opentipline/contract'
import { reportWith } from '../identifiers/reports.fixture.ts'
import { signalsOf } from './signals-of.ts'
import type { Facts } from './facts.ts'

const valueOf = (name: string, facts: Facts): string | undefined =>
  signalsOf(facts).find((signal) => signal.name === name)?.value

const actAt = (at: string) => reportWith({ incident: { annotations: [], at } })

test('an act is recent up to 90 days before receipt; without a time of either it is open', () => {
  const receivedAt = '2026-11-01T00:00:00Z'
  const recent = (at: string) => valueOf('recent act', { report: actAt(at), receivedAt })
  assert.equal(recent('2026-08-04T00:00:00Z'), 'true')
  assert.equal(recent('2026-08-01T00:00:00Z'), 'false')
  assert.equal(recent('2026-08-04T00:00:00'), 'unknown', 'a time without a zone names no moment')
  assert.equal(valueOf('recent act', { report: actAt('2026-08-04T00:00:00Z') }), 'unknown')
})

test('the provider’s hold ends soon in its last 30 days, and not once it has ended', () => {
  const report = emptyReport('reporting-xml')
  const endsSoon = (at?: string) =>
    valueOf('provider hold ends soon', {
      report,
      receivedAt: '2026-01-15T00:00:00Z',
      ...(at === undefined ? {} : { at }),
    })
  assert.equal(endsSoon('2026-12-01T00:00:00Z'), 'false')
  assert.equal(endsSoon('2026-12-30T00:00:00Z'), 'true')
  assert.equal(endsSoon('2027-02-01T00:00:00Z'), 'false')
  assert.equal(endsSoon(), 'unknown')
})
