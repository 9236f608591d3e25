import { operations, QueueRow, queueLanes } from '@opentipline/contract'
import { expect, test } from 'vitest'

test('the contract loads without its schemas, and keeps its paths and vocabularies', () => {
  expect(QueueRow).toEqual({})
  expect(operations.readTip.path).toBe('/api/tips/:tipId')
  expect(queueLanes.length).toBeGreaterThan(0)
})
