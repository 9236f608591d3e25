import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providerHold } from './provider-hold.ts'

test('a submission since 7 May 2024 is held for one year', () => {
  assert.equal(providerHold(new Date('2026-11-22T10:00:00Z')).at, '2027-11-22T10:00:00.000Z')
  assert.equal(providerHold(new Date('2024-05-07T00:00:00Z')).at, '2025-05-07T00:00:00.000Z')
})

test('an earlier submission was held for 90 days', () => {
  assert.equal(providerHold(new Date('2024-05-06T23:59:59Z')).at, '2024-08-04T23:59:59.000Z')
})
