import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ProblemCode, problems } from '@opentipline/contract'
import { createDeskClient } from './client.ts'
import { BadAnswer, DeskProblem, Unreachable } from './errors.ts'

type Seen = { url: string; init: RequestInit }
const answering = (status: number, text: string) => {
  const seen: Seen[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    seen.push({ url: String(url), init })
    return new Response(text, { status })
  }
  return { client: createDeskClient({ fetch }), seen }
}

test('a call goes to the path, query and method of its operation', async () => {
  const { client, seen } = answering(200, '{"rows":[],"counts":{}}')
  await client.call('listTips', { query: { lane: 'now', search: '', limit: 50 } })
  assert.equal(seen[0]?.url, '/api/tips?lane=now&limit=50')
  assert.equal(seen[0]?.init.method, 'GET')
  assert.equal(seen[0]?.init.body, undefined)
})

test('any path parameter survives the way through the URL', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (tipId) => {
      const { client, seen } = answering(200, '{}')
      await client.call('readTip', { params: { tipId } })
      const path = new URL(seen[0]?.url ?? '', 'http://desk.example.com').pathname
      // `.` and `..` are folded away by every URL parser; ids are never that.
      if (tipId !== '.' && tipId !== '..') assert.equal(decodeURIComponent(path.split('/')[3] ?? ''), tipId)
    }),
  )
})

test('a missing path parameter is refused before anything is sent', async () => {
  const { client, seen } = answering(200, '{}')
  await assert.rejects(client.call('readTip', { params: { tipId: '' } }), TypeError)
  assert.equal(seen.length, 0)
})

test('a body is sent as JSON, and an imported document byte for byte', async () => {
  const { client, seen } = answering(200, '{}')
  await client.call('addNote', { params: { tipId: 't1' }, body: { text: 'Synthetic note 1' } })
  await client.call('importReport', { query: { name: 'a b.json' }, body: '\ufeff{"reportId": 1}' })
  assert.equal(seen[0]?.init.body, '{"text":"Synthetic note 1"}')
  assert.equal(seen[1]?.init.body, '\ufeff{"reportId": 1}')
  assert.equal(seen[1]?.url, '/api/imports?name=a+b.json')
})

test('every problem of the catalogue arrives as a typed error with its code', async () => {
  const codes = Object.keys(problems).filter((key): key is ProblemCode => Object.hasOwn(problems, key))
  for (const code of codes) {
    const problem = { type: 'about:blank', ...problems[code], code, requestId: 'r1' }
    const { client } = answering(problem.status, JSON.stringify(problem))
    await assert.rejects(
      client.call('readSession', {}),
      (error) => error instanceof DeskProblem && error.code === code,
    )
  }
})

test('a page of a proxy is not taken for an answer', async () => {
  await assert.rejects(answering(502, '<html>').client.call('readSession', {}), BadAnswer)
  await assert.rejects(answering(200, '<html>').client.call('readSession', {}), BadAnswer)
  await assert.rejects(answering(500, '{"code":"novel"}').client.call('readSession', {}), BadAnswer)
})

test('no connection is told apart from a refusal, and an abort from both', async () => {
  const gone = createDeskClient({ fetch: async () => Promise.reject(new TypeError('fetch failed')) })
  await assert.rejects(gone.call('readSession', {}), Unreachable)
  const stop = new AbortController()
  stop.abort()
  await assert.rejects(gone.call('readSession', { signal: stop.signal }), TypeError)
})
