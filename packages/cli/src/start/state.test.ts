import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { freePort } from './free-port.ts'
import { readState, refuseForeignFolder, writeState } from './state.ts'

const folder = async (t: { after(done: () => Promise<void>): void }): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'tipline-start-'))
  t.after(() => rm(path, { recursive: true }))
  return path
}

test('what a folder knows of its demonstration is read back, and a damaged file is refused', async (t) => {
  const data = await folder(t)
  assert.equal(await readState(data), undefined)
  const state = {
    format: 'opentipline-demonstration/1',
    seed: 1,
    reports: 240,
    start: '2026-11-23T12:00:00.000Z',
    state: 'preparing',
  } as const
  await writeState(data, state)
  assert.deepEqual(await readState(data), state)
  await writeFile(join(data, 'demonstration.json'), '{"seed"')
  await assert.rejects(readState(data), /cannot be read/)
})

test('a folder with data that is no demonstration is refused', async (t) => {
  const data = await folder(t)
  refuseForeignFolder(data)
  await mkdir(join(data, 'postgres'))
  assert.throws(() => refuseForeignFolder(data), /not of a demonstration/)
})

test('a taken port gives a later one', async (t) => {
  const holder = createServer()
  const port = await new Promise<number>((resolve) =>
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  t.after(() => void holder.close())
  assert.ok((await freePort(port)) > port)
  assert.equal(await freePort(0), 0)
})
