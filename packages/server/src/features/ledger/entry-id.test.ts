import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newEntryId } from './entry-id.ts'

const anyTime = fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })

test('an entry’s id is a version 7 UUID of its time', () => {
  fc.assert(
    fc.property(anyTime, (at) => {
      const id = newEntryId(at)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), at.getTime())
    }),
  )
})

test('ids of different times are in the order of the times, and two of one time differ', () => {
  fc.assert(
    fc.property(anyTime, anyTime, (a, b) => {
      if (a.getTime() < b.getTime()) assert.ok(newEntryId(a) < newEntryId(b))
      assert.notEqual(newEntryId(a), newEntryId(a))
    }),
  )
})
