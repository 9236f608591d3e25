import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  EMPTY_EDGE,
  edgeRoot,
  encodeEntry,
  generateKey,
  growLog,
  type LogEdge,
  type LogFile,
  makeReceipt,
  parseSignerKey,
  parseVerifierKey,
  proveInclusion,
  readEntryBytes,
  signCheckpoint,
  verifyReceipt,
} from '@opentipline/ledger'
import { readFile } from 'node:fs/promises'

/**
 * Ledger: how many entries a second are made, appended and verified, beside bare SHA-256 of the same bytes in the same
 * run. Run: `node test/bench/ledger.ts [entries]`. Ratios travel between machines, rates do not.
 */
const ENTRIES = Number(process.argv[2] ?? 200_000)
const BATCH = 1_000
const RECEIPTS = 500
const ORIGIN = 'example.com/ledger'

const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
const key = generateKey(ORIGIN, 'note')
const signer = parseSignerKey(key.signer)

const made = timed(() => Array.from({ length: ENTRIES }, (_, n) => syntheticBytes(n)))
const entries = made.value
const bytes = entries.reduce((sum, entry) => sum + entry.length, 0)
const bare = timed(() => entries.forEach((entry) => hash('sha256', entry, 'buffer')))
const pending: LogFile[] = []
const appended = timed(append)
for (const { path, bytes: content } of pending) store(path, content)
const note = signCheckpoint({ origin: ORIGIN, size: ENTRIES, root: edgeRoot(appended.value) }, [signer])
store('checkpoint', Buffer.from(note))
const script = fileURLToPath(new URL('../../packages/ledger/bin/verify-ledger.mjs', import.meta.url))
const verified = timed(() =>
  execFileSync(process.execPath, [script, folder, '--key', key.verifier], { encoding: 'utf8' }),
)
const receiptsMs = await receipts()
rmSync(folder, { recursive: true })

console.log(`${ENTRIES} entries, ${Math.round(bytes / ENTRIES)} bytes each`)
tell('bare sha256 of the same bytes', bare.ms)
tell('make canonical bytes', made.ms)
tell(`append, ${BATCH} at a time, tiles included`, appended.ms)
tell('verify-ledger, a process of its own, from files', verified.ms)
console.log(`receipt: make and verify ${((RECEIPTS / receiptsMs) * 1_000).toFixed(0)} a second`)
console.log(verified.value.trim())

function syntheticBytes(n: number): Uint8Array {
  return encodeEntry({
    entryId: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
    at: new Date(1_767_225_600_000 + n).toISOString(),
    actor: { kind: 'person', id: `person-${n % 97}` },
    actingFor: `agency-${n % 61}`,
    action: 'tips.decide',
    object: { kind: 'tip', id: `00000000-0000-4000-9000-${n.toString(16).padStart(12, '0')}` },
    reason: `Synthetic reason ${n}`,
    source: '192.0.2.17',
    outcome: 'done',
    details: { decision: 'hold', sha256: 'ab'.repeat(32) },
  })
}

/** Appends without storing; the files are stored after the clock has stopped, for the verifier. */
function append(): LogEdge {
  let edge = EMPTY_EDGE
  for (let from = 0; from < ENTRIES; from += BATCH) {
    const next = growLog(edge, entries.slice(from, from + BATCH))
    edge = next.edge
    pending.push(...next.files)
  }
  return edge
}

async function readStored(path: string): Promise<Uint8Array | undefined> {
  return readFile(join(folder, path)).catch(() => undefined)
}

async function receipts(): Promise<number> {
  const trust = { origin: ORIGIN, logKeys: [parseVerifierKey(key.verifier)] }
  const started = performance.now()
  for (let n = 0; n < RECEIPTS; n++) {
    const index = (n * 7_919) % ENTRIES
    const entryBytes = await readEntryBytes(index, ENTRIES, readStored)
    const text = makeReceipt(
      { entryBytes, index, proof: await proveInclusion(index, ENTRIES, readStored), note },
      trust,
    )
    if (!verifyReceipt(text, trust).ok) throw new Error('a receipt does not verify')
  }
  return performance.now() - started
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now()
  const value = work()
  return { value, ms: performance.now() - started }
}

function tell(what: string, ms: number): void {
  const rate = Math.round((ENTRIES / ms) * 1_000).toLocaleString('en')
  console.log(`${what}: ${rate} entries a second, ${(ms / bare.ms).toFixed(1)} x bare sha256`)
}

function store(path: string, content: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
