import * as contract from '@opentipline/contract'
import { expect, test } from 'vitest'
import { Type } from './noSchemas.ts'

test('the contract loads without the schema library, and keeps its paths and vocabularies', () => {
  expect(contract.operations.readTip.path).toBe('/api/tips/:tipId')
  expect(contract.queueLanes.length).toBeGreaterThan(0)
})

test('whatever the contract builds a schema of, it is given something to hold', () => {
  for (const name of ['Object', 'Optional', 'Union', 'SomethingNew'])
    expect(Reflect.get(Type, name)()).toEqual({})
})
