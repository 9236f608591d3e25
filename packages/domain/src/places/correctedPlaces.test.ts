import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceFact } from '@opentipline/contract'
import { correctedPlaces } from './correctedPlaces.ts'

const place = (role: PlaceFact['role'], kind: PlaceFact['kind'], region: string): PlaceFact => ({
  role,
  kind,
  basis: 'derived',
  specificity: 'region',
  confidence: 'medium',
  country: 'US',
  region,
  evidence: { from: 'report', ref: `/${role}` },
})

test('without a correction every place counts', () => {
  const places = [place('subject', 'ip location', 'WI'), place('child', 'school', 'SD')]
  assert.deepEqual(correctedPlaces(places), places)
})

test('a correction takes the place of the facts of its role and of those that stand in for it, and of no other', () => {
  const child = place('child', 'school', 'SD')
  const correction = place('subject', 'correction', 'WA')
  const told = correctedPlaces([
    place('subject', 'ip location', 'WI'),
    place('file', 'ip location', 'WI'),
    place('incident', 'coordinates', 'WI'),
    child,
    correction,
  ])
  assert.deepEqual(told, [child, correction])
})
