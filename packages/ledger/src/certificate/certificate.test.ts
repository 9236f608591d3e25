import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LedgerEntry } from '../entry/entry.ts'
import { encodeEntry } from '../entry/encode.ts'
import { LedgerError } from '../error.ts'
import { makeReceipt } from '../receipt/make.ts'
import { grown, reader, syntheticEntry, syntheticLog, trustIn } from '../testing/log.ts'
import { proveInclusion } from '../tiles/prove.ts'
import { formatStatement, makeCertificate, statementHash, verifyCertificate } from './certificate.ts'

const statement = formatStatement([
  ['File', 'synthetic-17'],
  ['SHA-256', 'ab'.repeat(32)],
  ['Because', 'Synthetic\nreason\r\n17'],
])

/** A log that ends with an entry that destroys a file, or one that is like it but for `change`. */
const certified = async (change: Partial<LedgerEntry> = {}) => {
  const before = syntheticLog(9)
  const entry = {
    ...syntheticEntry(9),
    action: 'file.destroyed',
    object: { kind: 'file', id: 'synthetic-17' },
    outcome: 'done' as const,
    details: { statement: statementHash(statement) },
    ...change,
  }
  const log = grown(before, [encodeEntry(entry)])
  const proof = await proveInclusion(9, 10, reader(log))
  const parts = { entryBytes: encodeEntry(entry), index: 9, proof, note: log.checkpoint }
  return { log, receipt: makeReceipt(parts, trustIn(log)) }
}

test('a certificate gives back its statement and the entry that names it', async () => {
  const { log, receipt } = await certified()
  const verdict = verifyCertificate(makeCertificate(statement, receipt, trustIn(log)), trustIn(log))
  assert.ok(verdict.ok)
  assert.equal(verdict.statement, statement)
  assert.equal(verdict.entry.object.id, 'synthetic-17')
  assert.match(verdict.statement, /^Because: Synthetic reason 17$/m)
})

test('no changed, cut or added character leaves a certificate that proves anything', async () => {
  const { log, receipt } = await certified()
  const text = makeCertificate(statement, receipt, trustIn(log))
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 0x7f }), (at, code) => {
      const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
      assert.equal(verifyCertificate(changed, trustIn(log)).ok, changed === text)
    }),
    { numRuns: 1_000 },
  )
  for (let at = 0; at < text.length; at++)
    assert.equal(verifyCertificate(text.slice(0, at), trustIn(log)).ok, false)
  assert.equal(verifyCertificate(`${text}x`, trustIn(log)).ok, false)
})

test('an entry of another act, another outcome or another statement certifies nothing', async () => {
  const changes: Partial<LedgerEntry>[] = [
    { action: 'file.key-destroyed' },
    { object: { kind: 'tip', id: 'synthetic-17' } },
    { outcome: 'denied' },
    { details: { statement: statementHash(`${statement} `) } },
    { details: {} },
  ]
  for (const change of changes) {
    const { log, receipt } = await certified(change)
    assert.throws(() => makeCertificate(statement, receipt, trustIn(log)), LedgerError)
  }
})

test('whatever is written in a field, it stays one line and adds no field', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
      const lines = formatStatement([
        ['File', 'synthetic'],
        ['Because', value],
      ]).split('\n')
      assert.equal(lines.length, 3)
      assert.ok(!formatStatement([['Because', value]]).includes('\n\n'))
    }),
    { numRuns: 50 },
  )
})
