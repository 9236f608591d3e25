import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openApi } from './openapi.ts'
import { type OperationShape, operations } from './operations.ts'

type Item = {
  operationId: string
  security?: unknown[]
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, unknown> }
}

const types = (id: string): string[] =>
  Object.keys(items().find(({ item }) => item.operationId === id)?.item.requestBody?.content ?? {})

/** As whoever downloads it reads it. */
const read = (): { paths: Record<string, Record<string, Item>> } => JSON.parse(JSON.stringify(openApi()))

const items = (): { path: string; method: string; item: Item }[] =>
  Object.entries(read().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, item]) => ({ path, method, item })),
  )

test('every operation is in the document once, under its own method and path', () => {
  const found = items()
    .map(({ path, method, item }) => `${item.operationId} ${method.toUpperCase()} ${path}`)
    .toSorted()
  const wanted = Object.entries<OperationShape>(operations)
    .map(([name, { method, path }]) => `${name} ${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    .toSorted()
  assert.deepEqual(found, wanted)
})

test('the parameters in a path are those that are declared, and all are required', () => {
  for (const { path, item } of items()) {
    const inPath = item.parameters.filter((each) => each.in === 'path')
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    assert.deepEqual(inPath.map((each) => each.name).toSorted(), named.toSorted())
    assert.ok(inPath.every((each) => each.required))
  }
})

test('only what needs no sign-in is marked so', () => {
  for (const { item } of items()) {
    const shape: OperationShape | undefined = Object.entries<OperationShape>(operations).find(
      ([name]) => name === item.operationId,
    )?.[1]
    assert.equal(item.security !== undefined, shape?.who === 'nobody', item.operationId)
  }
})

test('a document is sent as it is, other bodies as JSON', () => {
  assert.deepEqual(types('importReport'), ['application/octet-stream'])
  assert.deepEqual(types('decide'), ['application/json'])
  assert.deepEqual(types('listTips'), [])
})

test('nothing is lost on the way to JSON: no undefined, no function', () => {
  assert.deepEqual(read(), openApi())
})
