import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { plainVerifier, verifierPath } from '../scripts/build-verifier.ts'
import { cosignCheckpoint } from './checkpoint/cosign.ts'
import { encodeEntry } from './entry/encode.ts'
import { generateKey, parseSignerKey } from './note/key.ts'
import {
  grown,
  type MemoryLog,
  reader,
  syntheticEntries,
  syntheticEntry,
  syntheticLog,
} from './testing/log.ts'
import { EMPTY_EDGE } from './tiles/grow.ts'
import { verifyLog } from './verify-cli.ts'

const folders: string[] = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

test('the plain-JavaScript verifier is what its source makes, imports only Node, and has at most 300 lines', () => {
  const script = readFileSync(verifierPath, 'utf8')
  assert.equal(script, plainVerifier(), 'run packages/ledger/scripts/build-verifier.ts')
  assert.ok(script.split('\n').length - 1 <= 300)
  const imported = [...script.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  assert.ok(imported.length > 0 && imported.every((name) => name?.startsWith('node:')))
})

test('logs of every size around the edges of tiles are found sound', async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 700]) {
    const log = syntheticLog(size)
    const report = await verifyLog({ read: reader(log), key: log.verifier, held: [log.checkpoint] })
    assert.deepEqual(report.problems, [])
    assert.equal(report.entriesRead, size)
  }
})

test('a log with full tiles of the second level is found sound, and progress is told', async () => {
  const log = syntheticLog(65_536 + 300)
  const told: number[] = []
  const report = await verifyLog({
    read: reader(log),
    key: log.verifier,
    onProgress: (done) => told.push(done),
  })
  assert.deepEqual(report.problems, [])
  assert.deepEqual([told.length, told[0], told.at(-1)], [258, 256, 65_836])
})

test('a log is consistent with every checkpoint that it ever signed', async () => {
  let log = syntheticLog(0)
  const held = [log.checkpoint]
  for (const step of [1, 3, 252, 1, 255, 0, 90]) {
    log = grown(log, syntheticEntries(log.edge.size, step))
    held.push(log.checkpoint)
  }
  assert.deepEqual((await verifyLog({ read: reader(log), key: log.verifier, held })).problems, [])
})

test('a log that dropped its partial tiles for full ones is read from the full ones', async () => {
  const older = syntheticLog(300)
  const newer = grown(older, syntheticEntries(300, 212))
  const files = new Map([...newer.files].filter(([path]) => !path.includes('.p/44')))
  files.set('checkpoint', Buffer.from(older.checkpoint))
  files.set('tile/1/000.p/1', older.files.get('tile/1/000.p/1') ?? Buffer.of())
  assert.deepEqual((await verifyLog({ read: reader({ files }), key: older.verifier })).problems, [])
})

test('the verifier says what is wrong and where', async () => {
  const log = syntheticLog(300)
  const bundle = Buffer.from(log.files.get('tile/entries/001.p/44') ?? Buffer.of())
  const at = bundle.indexOf('tip-260')
  bundle.write('tip-999', at)
  const told = (await problemsWith(log, 'tile/entries/001.p/44', bundle)).join('\n')
  assert.match(told, /^tile\/0\/001\.p\/44: the hash at byte 128 is not that of entry 260$/m)
  assert.match(told, /^checkpoint: the first 300 entries have the root /m)
  assert.deepEqual(await problemsWith(log, 'tile/1/000.p/1', Buffer.alloc(32)), [
    'tile/1/000.p/1: the hash at byte 0 is not that of tile of level 0, 0',
  ])
  assert.deepEqual(await problemsWith(log, 'tile/0/001.p/44', undefined), ['tile/0/001.p/44: is missing'])
  assert.deepEqual(await problemsWith(log, 'checkpoint', undefined), ['checkpoint: is missing'])
  assert.match(
    (await problemsWith(log, 'tile/entries/000', bundle.subarray(0, 9)))[0] ?? '',
    /^tile\/entries\/000: is not 256 entries: 0 can be read, up to byte 0 of 9$/,
  )
})

test('what the log itself signed wrongly is found: an id twice, an entry in another form, what is no entry', async () => {
  const log = syntheticLog(3)
  const cases: [Uint8Array, RegExp][] = [
    [encodeEntry({ ...syntheticEntry(1), action: 'tips.refer' }), /entry 3 repeats the id of 1/],
    [Buffer.from(` ${Buffer.from(encodeEntry(syntheticEntry(9)))}`), /entry 3 is not a canonical entry/],
    [Buffer.from('{}'), /entry 3 is not a canonical entry/],
    [Buffer.from('null'), /entry 3 is not a canonical entry/],
    [Buffer.from([0xff, 0xfe]), /entry 3 is not a canonical entry/],
    [Buffer.from(`${'['.repeat(8_000)}${']'.repeat(8_000)}`), /entry 3 is not a canonical entry/],
    [
      Buffer.from(
        Buffer.from(encodeEntry(syntheticEntry(9)))
          .toString()
          .replace('"done"', '"gone"'),
      ),
      /entry 3 has a malformed/,
    ],
  ]
  for (const [entry, expected] of cases) {
    const bad = grown(log, [entry])
    const { problems } = await verifyLog({ read: reader(bad), key: log.verifier })
    assert.equal(problems.length, 1)
    assert.match(problems[0]?.what ?? '', expected)
  }
})

test('a log that forked, shrank or changed its key or name since a checkpoint that was kept is found out', async () => {
  const log = syntheticLog(40)
  const held = grown(log, syntheticEntries(40, 20))
  const fork = grown(log, syntheticEntries(100, 30))
  assert.match(await heldProblem(fork, held), /the first 60 entries have the root/)
  assert.match(await heldProblem(log, held), /vouches for 60 entries, the log has only 40/)
  assert.match(await heldProblem(held, syntheticLog(60)), /is not signed by example.com\/ledger/)
  const named = await verifyLog({ read: reader(log), key: log.verifier, origin: 'example.net/other' })
  assert.match(named.problems[0]?.what ?? '', /is of example.com\/ledger, not of example.net\/other/)
})

test('a checkpoint with another root is found out at every size, the multiples of a tile included', async () => {
  for (const size of [1, 255, 256, 257, 512]) {
    const log = syntheticLog(size)
    const fork = grown({ ...log, edge: EMPTY_EDGE }, [
      encodeEntry(syntheticEntry(999)),
      ...syntheticEntries(1, size - 1),
    ])
    assert.match(await heldProblem(fork, log), /entries have the root/)
    const told = await problemsWith(log, 'checkpoint', Buffer.from(fork.checkpoint))
    assert.match(told.join(), /^checkpoint: the first [0-9]+ entries have the root/)
  }
})

test('bytes after the last entry of a bundle or the last hash of a tile are found', async () => {
  const log = syntheticLog(3)
  for (const path of ['tile/entries/000.p/3', 'tile/0/000.p/3']) {
    for (const more of [1, 2, 32]) {
      const longer = Buffer.concat([log.files.get(path) ?? Buffer.of(), Buffer.alloc(more)])
      assert.match((await problemsWith(log, path, longer)).join(), new RegExp(`^${path}: `))
    }
  }
})

test('witnesses are counted when their cosignatures verify', async () => {
  const log = syntheticLog(5)
  const witness = generateKey('witness.example.org/w1', 'cosignature')
  const line = cosignCheckpoint(log.checkpoint, parseSignerKey(witness.signer), 1_767_225_600)
  const files = new Map(log.files).set('checkpoint', Buffer.from(`${log.checkpoint}${line}\n`))
  const options = { read: reader({ files }), key: log.verifier, witnesses: [witness.verifier] }
  assert.deepEqual((await verifyLog({ ...options, quorum: 1 })).cosignedBy, ['witness.example.org/w1'])
  assert.match((await verifyLog({ ...options, quorum: 2 })).problems[0]?.what ?? '', /cosigned by 1 of 2/)
  const false1 = new Map(files).set('checkpoint', Buffer.from(`${syntheticLog(5).checkpoint}${line}\n`))
  assert.equal((await verifyLog({ ...options, read: reader({ files: false1 }) })).problemCount, 1)
})

test('the script checks a folder as a process of its own: 0 when sound, 1 when not, 2 when it could not', async () => {
  const log = syntheticLog(100, 200)
  const folder = stored(log)
  writeFileSync(join(folder, 'key'), `${log.verifier}\n`)
  writeFileSync(join(folder, 'held'), syntheticHeld(log))
  const sound = await run(folder, '--key', join(folder, 'key'), '--held', join(folder, 'held'))
  assert.equal(sound.code, 0, sound.text)
  assert.match(sound.text, /^example.com\/ledger: 300 entries, root .*read 300 in .*\nEverything agrees\.\n$/)
  const json = await run(folder, '--key', log.verifier, '--json')
  assert.equal(JSON.parse(json.text).problemCount, 0)
  rmSync(join(folder, 'tile/entries/000'))
  const broken = await run(folder, '--key', log.verifier)
  assert.equal(broken.code, 1)
  assert.match(broken.text, /WRONG, 1 problems:\n  tile\/entries\/000: is missing/)
  assert.equal((await run(folder)).code, 2)
  assert.equal((await run(folder, '--key', 'example.com/ledger+00000000+AAAA')).code, 2)
  assert.equal((await run(folder, '--key', log.verifier, '--held', join(folder, 'absent'))).code, 2)
})

test('the script checks a log over HTTP, and does not call a failing server a sound or a wrong log', async () => {
  const log = syntheticLog(300)
  const server = createServer((request, response) => {
    const bytes = log.files.get((request.url ?? '').slice('/log/'.length))
    response.writeHead(request.url?.startsWith('/broken/') ? 500 : bytes ? 200 : 404).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  const base = `http://127.0.0.1:${address.port}`
  assert.equal((await run(`${base}/log`, '--key', log.verifier)).code, 0)
  assert.equal((await run(`${base}/absent/`, '--key', log.verifier)).code, 1)
  assert.equal((await run(`${base}/broken`, '--key', log.verifier)).code, 2)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function syntheticHeld(log: MemoryLog): string {
  const older = grown(
    { ...syntheticLog(0), signer: log.signer, verifier: log.verifier },
    syntheticEntries(0, 100),
  )
  return older.checkpoint
}

async function heldProblem(log: MemoryLog, held: MemoryLog): Promise<string> {
  const report = await verifyLog({ read: reader(log), key: log.verifier, held: [held.checkpoint] })
  assert.equal(report.problemCount, 1)
  assert.equal(report.problems[0]?.where, 'held checkpoint 1')
  return report.problems[0]?.what ?? ''
}

async function problemsWith(log: MemoryLog, path: string, bytes: Uint8Array | undefined): Promise<string[]> {
  const files = new Map(log.files)
  if (bytes === undefined) files.delete(path)
  else files.set(path, bytes)
  const report = await verifyLog({ read: reader({ files }), key: log.verifier })
  return report.problems.map(({ where, what }) => `${where}: ${what}`)
}

function stored(log: MemoryLog): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  folders.push(folder)
  for (const [path, bytes] of log.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

function run(...args: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [verifierPath, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: `${stdout}${stderr}` })
    })
  })
}
