#!/usr/bin/env node
// Made from src/verify-cli.ts by scripts/build-verifier.ts.
// verify-ledger checks a tamper-evident log from its raw entries. It shares no code with what wrote the log. The
// formats are RFC 6962 and those of c2sp.org: tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const WIDTH = 256
const ENTRY_BYTES_MAX = 16_384
const NOTE_BYTES_MAX = 131_072
const PROBLEMS_TOLD_MAX = 100
const READ_AHEAD = 16
const FETCH_TIMEOUT_MS = 30_000
const MEMBERS = 'actingFor,action,actor,at,details,entryId,object,outcome,reason,source,v'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{2,9}Z$/
const NUMBER = /^(0|[1-9]\d{0,14})$/
const NOTHING = { origin: '', size: 0, root: '', entriesRead: 0, problemCount: 0 }
const LEVELS = ['entries', 0]
const [ZERO, ONE] = [Buffer.of(0), Buffer.of(1)]

/** Something about the log is wrong. Any other error means that it could not be checked. */
class Wrong extends Error {}

/** Re-derives the whole log from its raw entries. Throws when a key is unreadable or reading itself fails. */
export async function verifyLog(options) {
  const { read, origin, held = [], witnesses = [], quorum = 0 } = options
  const report = { ...NOTHING, cosignedBy: [], problems: [] }
  const attempt = (where, check) => {
    try {
      return check()
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      if (report.problemCount++ < PROBLEMS_TOLD_MAX) report.problems.push({ where, what: error.message })
    }
  }
  const log = parseKey(options.key, 1)
  const trust = { log, witnesses: witnesses.map((key) => parseKey(key, 4)), origin: origin ?? log.name }
  const note = await read('checkpoint')
  const head = attempt('checkpoint', () => openHead(note, trust, quorum, Infinity))
  if (head === undefined) return report
  Object.assign(report, head)
  const heads = held.flatMap((text, n) => {
    const where = `held checkpoint ${n + 1}`
    return { where, ...attempt(where, () => openHead(Buffer.from(text), trust, 0, head.size)) }
  })
  await readTree([...heads, { where: 'checkpoint', ...head }], report, options, attempt)
  return report
}

/** Reads all entries and tiles, and compares the roots that they give with those of the checkpoints. */
async function readTree(heads, report, { read, onProgress }, attempt) {
  const { size } = report
  const roots = []
  const seen = idTable(size)
  for await (const { index, width, bundle, tile } of readParts(size, read)) {
    const path = pathOf('entries', index, width)
    const entries = attempt(path, () => splitBundle(bundle, width))
    entries?.forEach((entry, n) => attempt(path, () => checkEntry(entry, index * WIDTH + n, seen)))
    // Where entries cannot be read, their hashes in the tile stand in, so that what follows can still be checked.
    const leaves = entries?.map((entry) => sha256(ZERO, entry)) ?? attempt(path, () => splitTile(tile, width))
    if (leaves === undefined) return
    attempt(pathOf(0, index, width), () => compareTile(leaves, tile, 0, index))
    checkRoots(heads, roots, leaves, attempt)
    if (width === WIDTH) roots.push(merkle(leaves))
    report.entriesRead += entries?.length ?? 0
    onProgress?.(index * WIDTH + width, size)
  }
  if (size % WIDTH === 0) checkRoots(heads, roots, [], attempt)
  for (let level = 1, row = roots; row.length > 0; level++) row = await checkRow(level, row, read, attempt)
}

/** Checks those checkpoints that end in this tile: after the full tiles before it and some of its own leaves. */
function checkRoots(heads, full, leaves, attempt) {
  for (const { where, size = -1, root } of heads) {
    if (Math.floor(size / WIDTH) !== full.length || size % WIDTH > leaves.length) continue
    const last = leaves.slice(0, size % WIDTH)
    const found = merkle(last.length > 0 ? [...full, merkle(last)] : full).toString('base64')
    if (found !== root) attempt(where, () => wrong(`the first ${size} entries have the root ${found}`))
  }
}

/** Compares a row of hashes with the stored tiles of its level, and gives the row above it. */
async function checkRow(level, row, read, attempt) {
  const above = []
  for (let index = 0; index * WIDTH < row.length; index++) {
    const part = row.slice(index * WIDTH, (index + 1) * WIDTH)
    const tile = await readWide(level, index, part.length, read)
    attempt(pathOf(level, index, part.length), () => compareTile(part, tile, level, index))
    if (part.length === WIDTH) above.push(merkle(part))
  }
  return above
}

/** The bundles and lowest tiles in order, read some ahead. */
async function* readParts(size, read) {
  const bundles = Math.ceil(size / WIDTH)
  for (let from = 0; from < bundles; from += READ_AHEAD) {
    const indexes = Array.from({ length: Math.min(READ_AHEAD, bundles - from) }, (_, at) => from + at)
    const parts = indexes.map(async (index) => {
      const width = Math.min(WIDTH, size - index * WIDTH)
      const [bundle, tile] = await Promise.all(LEVELS.map((level) => readWide(level, index, width, read)))
      return { index, width, bundle, tile }
    })
    yield* await Promise.all(parts)
  }
}

/** Reads a tile or bundle. Where a log has dropped a partial one for the full one, gives that part of the full one. */
async function readWide(level, index, width, read) {
  const exact = await read(pathOf(level, index, width))
  const full = exact === undefined && width < WIDTH ? await read(pathOf(level, index, WIDTH)) : undefined
  if (full === undefined) return exact
  let end = level === 'entries' ? 0 : width * 32
  if (level === 'entries') for (let n = 0; n < width; n++) end += 2 + uint16(full, end)
  return full.subarray(0, end)
}

function splitTile(tile, width) {
  if (tile?.length !== width * 32)
    return wrong(tile ? `has ${tile.length} bytes, not ${width * 32}` : 'is missing')
  return Array.from({ length: width }, (_, n) => tile.subarray(n * 32, n * 32 + 32))
}

function compareTile(row, tile, level, index) {
  const stored = splitTile(tile, row.length)
  const n = row.findIndex((hash, at) => Buffer.compare(hash, stored[at] ?? hash) !== 0)
  const what = level === 0 ? 'entry' : `tile of level ${level - 1},`
  if (n >= 0) wrong(`the hash at byte ${n * 32} is not that of ${what} ${index * WIDTH + n}`)
}

function splitBundle(bytes, width) {
  if (bytes === undefined) return wrong('is missing')
  const entries = []
  let at = 0
  for (let end = 0; at < bytes.length; at = end) {
    end = at + 2 + uint16(bytes, at)
    if (end > bytes.length || end - at - 2 > ENTRY_BYTES_MAX) break
    entries.push(bytes.subarray(at + 2, end))
  }
  if (entries.length === width && at === bytes.length) return entries
  return wrong(`is not ${width} entries: ${entries.length} can be read, up to byte ${at} of ${bytes.length}`)
}

function checkEntry(bytes, index, seen) {
  const { v, entryId, at, outcome } = readEntry(bytes) ?? wrong(`entry ${index} is not a canonical entry`)
  const fit = v === 1 && INSTANT.test(String(at)) && /^(done|denied|failed)$/.test(String(outcome))
  if (fit && UUID.test(String(entryId))) seen(String(entryId), index)
  else wrong(`entry ${index} has a malformed version, id, time or outcome`)
}

function readEntry(bytes) {
  try {
    const entry = JSON.parse(Buffer.from(bytes).toString())
    const same = Buffer.compare(Buffer.from(canonical(entry)), bytes) === 0
    return same && Object.keys(entry).join() === MEMBERS ? entry : undefined
  } catch {
    return undefined
  }
}

/** JSON with sorted members and no white space (RFC 8785). An array, which no entry has, comes out as what it is not. */
function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`
}

/** Finds an id that came before: its 128 bits and the entry that had it, in 40 bytes of memory an entry. */
function idTable(size) {
  const slots = 2 * size + 1
  const table = new Uint32Array(5 * slots)
  return (id, index) => {
    const words = Array.from(id.replaceAll('-', '').matchAll(/.{8}/g), ([word]) => Number.parseInt(word, 16))
    for (let slot = words.reduce((sum, word) => sum + word, 0) % slots; ; slot = (slot + 1) % slots) {
      const row = table.subarray(slot * 5, slot * 5 + 5)
      if (row[4] === 0) return row.set([...words, index + 1])
      if (words.every((w, n) => w === row[n])) wrong(`entry ${index} repeats the id of ${Number(row[4]) - 1}`)
    }
  }
}

/** The RFC 6962 root over hashes, by pairing neighbours; an odd last one rises. */
function merkle(row) {
  if (row.length < 2) return Buffer.from(row[0] ?? sha256())
  return merkle(row.flatMap((left, n) => (n % 2 === 1 ? [] : [pair(left, row[n + 1])])))
}

const pair = (left, right) => (right === undefined ? left : sha256(ONE, left, right))
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const absent = (error) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))
const uint16 = (bytes, at) => ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)

function pathOf(level, index, width) {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').replace(/...(?=.)/g, 'x$&/')
  return `tile/${level}/${groups}${width < WIDTH ? `.p/${width}` : ''}`
}

function wrong(what) {
  throw new Wrong(what)
}

/** Strict: a text that other bytes would also be read from is refused. */
function unbase64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : wrong(`"${text}" is not canonical base64`)
}

/** Reads `name+keyid+base64(type, key)`: Ed25519, of type 1 for a log and 4 for a witness. */
function parseKey(text, type) {
  const [, name = '', id = '', material = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = unbase64(material)
  const expected = sha256(Buffer.from(`${name}\n`), bytes).toString('hex', 0, 4)
  if (bytes.length !== 33 || bytes[0] !== type || expected !== id) wrong(`"${text}" is not an Ed25519 key`)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, type, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** Verifies a signed checkpoint: the log's signature, every known witness's, and the three lines themselves. */
function openHead(note, trust, quorum, sizeMax) {
  if (note === undefined) return wrong('is missing')
  const text = note.length > NOTE_BYTES_MAX ? '' : Buffer.from(note).toString()
  const body = text.slice(0, text.lastIndexOf('\n\n') + 1)
  const lines = text.slice(body.length + 1).split('\n')
  if (body === '' || lines.pop() !== '') wrong('is no signed note')
  const signers = new Set(lines.flatMap((line) => verifyLine(line, body, trust)))
  if (!signers.delete(trust.log)) wrong(`is not signed by ${trust.log.name}`)
  if (signers.size < quorum) wrong(`is cosigned by ${signers.size} of ${quorum} witnesses`)
  const [origin = '', size = '', root = ''] = body.split('\n')
  if (origin !== trust.origin) wrong(`is of ${origin}, not of ${trust.origin}`)
  if (!NUMBER.test(size) || unbase64(root).length !== 32) wrong('has no size or no root')
  if (Number(size) > sizeMax) wrong(`vouches for ${size} entries, the log has only ${sizeMax}`)
  return { origin, size: Number(size), root, cosignedBy: Array.from(signers, (key) => key.name) }
}

/** The key that made this signature line, or none when the key is not known. A known key must verify. */
function verifyLine(line, body, { log, witnesses }) {
  const [, name, material = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? wrong('has a malformed signature line')
  const bytes = unbase64(material)
  const key = [log, ...witnesses].find((one) => one.name === name && one.id === bytes.toString('hex', 0, 4))
  if (key === undefined) return []
  if (bytes.length !== (key === log ? 68 : 76)) wrong(`has a signature of ${name} of the wrong length`)
  const message = key === log ? body : `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${body}`
  if (verify(null, Buffer.from(message), key.publicKey, bytes.subarray(-64))) return [key]
  return wrong(`has a false signature of ${name}`)
}

/** Reads the log from a folder, or below an http(s) address. */
export function logReader(place) {
  if (!/^https?:/.test(place)) return (path) => readFile(join(place, path)).catch(absent)
  return async (path) => {
    const url = new URL(path, place.endsWith('/') ? place : `${place}/`)
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
    if (answer.ok) return Buffer.from(await answer.arrayBuffer())
    if (answer.status === 404) return undefined
    throw new Error(`${url} answers ${answer.status}`)
  }
}

const USAGE = `Usage: verify-ledger FOLDER|URL --key KEY [options]
Re-derives a tamper-evident log (C2SP tlog-tiles) from its raw entries. KEY is a verifier key or a file with one.
  --held FILE      a checkpoint seen earlier, which the log must still contain; may be repeated
  --witness KEY    verifier key of a witness; may be repeated      --quorum N  how many must have cosigned
  --origin NAME    the log's origin, when it is not its key's name --json      print the report as JSON
Ends with 0 when all agrees, 1 when something is wrong, 2 when it could not be checked.`
const [TEXT, MANY, FLAG] = [{ type: 'string' }, { type: 'string', multiple: true }, { type: 'boolean' }]
const ARGS = { key: TEXT, origin: TEXT, quorum: TEXT, held: MANY, witness: MANY, json: FLAG, help: FLAG }
const keyText = async (text) => (text.includes('+') ? text : readFile(text, 'utf8'))

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: ARGS })
  const { origin, quorum = '0', held = [], witness = [] } = values
  if (positionals.length !== 1 || values.key === undefined || !NUMBER.test(quorum)) throw new Error(USAGE)
  const [key = '', ...witnesses] = await Promise.all([values.key, ...witness].map(keyText))
  const notes = await Promise.all(held.map((file) => readFile(file, 'utf8')))
  const trust = { key, origin, witnesses, quorum: Number(quorum), held: notes }
  const started = performance.now()
  const report = await verifyLog({ read: logReader(positionals.join()), ...trust })
  console.log(values.json ? JSON.stringify(report) : tell(report, (performance.now() - started) / 1000))
  process.exitCode = report.problemCount === 0 ? 0 : 1
}

function tell({ origin, size, root, cosignedBy, ...report }, seconds) {
  const cosigned = cosignedBy.map((name) => `, cosigned by ${name}`).join('')
  const head = `${origin}: ${size} entries, root ${root}${cosigned}; read ${report.entriesRead} in ${seconds.toFixed(1)} s`
  const verdict = report.problemCount === 0 ? 'Everything agrees.' : `WRONG, ${report.problemCount} problems:`
  return [head, verdict, ...report.problems.map(({ where, what }) => `  ${where}: ${what}`)].join('\n')
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  })
}
