import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cosignCheckpoint,
  generateKey,
  openCheckpoint,
  parseSignerKey,
  parseVerifierKey,
  signCheckpoint,
} from '@opentipline/ledger'
import { acceptCosignatures } from './cosign.ts'
import { startTestLedger, type TestLedger } from './ledger.fixture.ts'
import { newestCheckpoint } from './published.ts'
import { sequenceAll } from './sequence.ts'
import { signLedger } from './sign.ts'

const sequencer = { role: 'tipline_ledger', kind: 'sequencer' } as const
const witness = generateKey('example.net/witness', 'cosignature')
const witnessKey = parseVerifierKey(witness.verifier)

const signedLog = async (log: TestLedger): Promise<string> => {
  await log.write(3)
  await sequenceAll(log)
  await signLedger(log)
  const newest = await log.database.transaction(sequencer, newestCheckpoint)
  return newest?.note ?? ''
}
const accept = (log: TestLedger, text: string, keys = [witnessKey]) =>
  log.database.transaction(sequencer, (tx) => acceptCosignatures(tx, text, keys, log.now()))
const seconds = (log: TestLedger) => Math.floor(log.now().getTime() / 1000)

test('a witness’s line is kept, served with the checkpoint, and verifies', async (t) => {
  const log = await startTestLedger(t)
  const note = await signedLog(log)
  const line = cosignCheckpoint(note, parseSignerKey(witness.signer), seconds(log))
  assert.deepEqual(await accept(log, `${note}${line}\n`), ['example.net/witness'])
  assert.deepEqual(await accept(log, `${note}${line}\n`), ['example.net/witness'], 'twice is once')
  const served = await log.database.transaction(sequencer, newestCheckpoint)
  const opened = openCheckpoint(served?.note ?? '', {
    ...log.ledgerKey.trust,
    witnesses: [witnessKey],
    quorum: 1,
  })
  assert.ok(opened.ok)
  assert.equal(opened.cosigned[0]?.witness, 'example.net/witness')
})

test('a false line, a line of an unknown witness and a checkpoint that is not ours are not taken', async (t) => {
  const log = await startTestLedger(t)
  const note = await signedLog(log)
  const late = cosignCheckpoint(note, parseSignerKey(witness.signer), seconds(log) + 3_600)
  await assert.rejects(accept(log, `${note}${late}\n`), /from the future/)
  const forger = generateKey('example.net/witness', 'cosignature')
  const forged = cosignCheckpoint(note, parseSignerKey(forger.signer), seconds(log))
  await assert.rejects(accept(log, `${note}${forged}\n`), /is refused/)
  assert.deepEqual(await accept(log, `${note}${forged}\n`, []), [])
  const other = signCheckpoint({ origin: 'example.org/ledger', size: 3, root: new Uint8Array(32) }, [
    log.ledgerKey.signer,
  ])
  await assert.rejects(accept(log, other), /never signed/)
})
