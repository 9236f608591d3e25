import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, type PlaceFact } from '@opentipline/contract'
import { signalsOf } from './signals-of.ts'

const place = (more: Partial<PlaceFact>): PlaceFact => ({
  role: 'subject',
  kind: 'stated address',
  basis: 'stated',
  specificity: 'city',
  confidence: 'high',
  country: 'US',
  region: 'OH',
  evidence: { from: 'report', ref: '/parties/0' },
  ...more,
})
const valueOf = (name: string, ...places: PlaceFact[]): string | undefined =>
  signalsOf({ report: emptyReport('reporting-xml'), places }).find((signal) => signal.name === name)?.value

const areas = (...places: PlaceFact[]) => valueOf('several areas', ...places)

test('several areas: by firm places of the reported person and the child, never by a recipient’s or a doubtful one', () => {
  assert.equal(areas(place({}), place({ role: 'child', region: 'WI' })), 'true')
  assert.equal(areas(place({}), place({ role: 'child' })), 'false')
  assert.equal(areas(place({}), place({ role: 'recipient', region: 'WI' })), 'false')
  assert.equal(areas(place({}), place({ confidence: 'low', region: 'WI' })), 'false')
  assert.equal(areas(place({ confidence: 'low' }), place({ confidence: 'low', region: 'WI' })), 'unknown')
})

const abroad = (...places: PlaceFact[]) => valueOf('subject abroad', ...places)

test('the reported person is abroad where every firm place says so; places that differ, or doubtful ones, leave it open', () => {
  const away = place({ country: 'GB', region: undefined })
  assert.equal(abroad(away), 'true')
  assert.equal(abroad(place({})), 'false')
  assert.equal(abroad(away, place({})), 'unknown')
  assert.equal(abroad({ ...away, confidence: 'low' }), 'unknown')
  assert.equal(abroad(place({}), { ...away, confidence: 'low' }), 'false')
  assert.equal(abroad({ ...away, role: 'recipient' }), 'unknown')
})

const child = (more: Partial<PlaceFact>) =>
  valueOf('child located precisely', place({ role: 'child', ...more }))

test('a child is located precisely to a county or nearer, and not by a doubtful place', () => {
  assert.equal(child({ specificity: 'county' }), 'true')
  assert.equal(child({ specificity: 'region' }), 'unknown')
  assert.equal(child({ confidence: 'low' }), 'unknown')
  assert.equal(child({ role: 'subject' }), 'unknown')
})
