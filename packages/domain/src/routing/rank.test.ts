import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceFact } from '@opentipline/contract'
import { comparePlaces } from './rank.ts'

const place = (more: Partial<PlaceFact>): PlaceFact => ({
  role: 'subject',
  kind: 'ip location',
  basis: 'derived',
  specificity: 'city',
  confidence: 'medium',
  country: 'US',
  evidence: { from: 'report', ref: '/parties/0' },
  ...more,
})

/** Each time the first is the better one, and only what is told parts them. */
const inOrder: readonly [string, Partial<PlaceFact>, Partial<PlaceFact>][] = [
  [
    'a firm one of a lesser kind before a doubtful one',
    { kind: 'phone region' },
    { kind: 'stated address', confidence: 'low' },
  ],
  ['what a person corrected before what was stated', { kind: 'correction' }, { kind: 'stated address' }],
  ['a stated address before a school', { kind: 'stated address' }, { kind: 'school' }],
  ['a school before coordinates', { kind: 'school' }, { kind: 'coordinates' }],
  ['a network address before an area code', { kind: 'ip location' }, { kind: 'phone region' }],
  ['the child before the reported person', { role: 'child' }, { role: 'subject' }],
  ['the person before what stands in for them', { role: 'subject' }, { role: 'file' }],
  ['a ZIP code before a state', { specificity: 'postal code' }, { specificity: 'region' }],
  [
    'a county before a state',
    { specificity: 'county', confidence: 'medium' },
    { specificity: 'region', confidence: 'high' },
  ],
  ['a surer one', { confidence: 'high' }, { confidence: 'medium' }],
  ['the newer one', { at: '2026-11-02T00:00:00Z' }, { at: '2026-11-01T00:00:00Z' }],
  ['a dated one before one without a time', { at: '2026-11-02T00:00:00Z' }, {}],
]

for (const [name, better, worse] of inOrder)
  test(`of two places the better first: ${name}`, () => {
    assert.ok(comparePlaces(place(better), place(worse)) < 0)
    assert.ok(comparePlaces(place(worse), place(better)) > 0)
  })
