import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acceptCosignature, cosignCheckpoint } from '../checkpoint/cosign.ts'
import { formatCheckpoint, parseCheckpoint } from '../checkpoint/format.ts'
import { openCheckpoint } from '../checkpoint/open.ts'
import { signCheckpoint } from '../checkpoint/sign.ts'
import { LedgerError } from '../error.ts'
import { leafHash } from '../merkle/hash.ts'
import { formatVerifierKey, generateKey, parseSignerKey, parseVerifierKey } from './key.ts'
import { formatNote, parseNote } from './parse.ts'
import { signNote } from './sign.ts'
import { verifyNote } from './verify.ts'

const log = keysOf('example.com/ledger', 'note')
const other = keysOf('example.net/other', 'note')
const witness = keysOf('witness.example.org/w1', 'cosignature')
const second = keysOf('witness.example.org/w2', 'cosignature')
const HEAD = { origin: 'example.com/ledger', size: 17, root: leafHash(Buffer.from('root')) }
const NOW = { timeSeconds: 1_767_225_600, futureMaxSeconds: 60 }
const trust = { origin: HEAD.origin, logKeys: [log.key], witnesses: [witness.key, second.key] }

test('a key and a note made by Go sumdb/note are read, verified and signed to the same bytes', () => {
  const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const signer = parseSignerKey(
    'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  )
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const line =
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='
  assert.equal(signNote(text, [signer]), `${text}\n${line}\n`)
  assert.equal(verifyNote(parseNote(`${text}\n${line}\n`), [key]).ok, true)
})

test('keys come back from their texts, and a changed text is refused without repeating it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9./-]{1,40}$/),
      fc.constantFrom('note' as const, 'cosignature' as const),
      fc.nat(),
      (name, use, at) => {
        const made = generateKey(name, use)
        const signer = parseSignerKey(made.signer)
        assert.equal(formatVerifierKey(signer.verifier), made.verifier)
        assert.equal(formatVerifierKey(parseVerifierKey(made.verifier)), made.verifier)
        const changed = changedAt(made.verifier, at)
        assert.throws(() => parseVerifierKey(changed), LedgerError)
        assert.throws(
          () => parseSignerKey(made.signer.replace('+KEY+', '+KEY+x')),
          (error) => {
            return error instanceof LedgerError && !error.message.includes(made.signer.slice(-20))
          },
        )
      },
    ),
    { numRuns: 40 },
  )
  for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb'])
    assert.throws(() => generateKey(name, 'note'), LedgerError)
})

test('a note comes back as its text and signatures, empty lines in the text included', () => {
  const line = fc.stringMatching(/^[ -~\u00e0-\u00ff\u2014]{0,30}$/)
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const text = `${lines.join('\n')}\n`
      const note = signNote(text, [log.signer, other.signer])
      const parsed = parseNote(note)
      assert.equal(parsed.text, text)
      assert.equal(formatNote(parsed), note)
      const verdict = verifyNote(parsed, [log.key, other.key])
      assert.deepEqual(verdict.ok && verdict.signatures.map((good) => good.key.name), [
        log.key.name,
        other.key.name,
      ])
    }),
  )
})

test('unknown keys are ignored, and a note signed by none that is trusted is not believed', () => {
  const note = parseNote(signNote('Synthetic text\n', [log.signer]))
  assert.equal(verifyNote(note, [other.key, log.key]).ok, true)
  assert.equal(verifyNote(note, [other.key]).ok, false)
  assert.equal(verifyNote(note, []).ok, false)
  const sameName = keysOf(log.key.name, 'note')
  assert.equal(verifyNote(note, [sameName.key]).ok, false)
})

test('one false signature of a trusted key spoils the note, though another verifies', () => {
  const note = parseNote(signNote('Synthetic text\n', [log.signer, other.signer]))
  const spoilt = note.signatures.map((one) =>
    one.name === other.key.name ? { ...one, bytes: Buffer.alloc(64) } : one,
  )
  assert.equal(verifyNote({ ...note, signatures: spoilt }, [log.key, other.key]).ok, false)
  assert.equal(verifyNote({ ...note, signatures: spoilt }, [log.key]).ok, true)
})

test('malformed notes are refused', () => {
  const note = signNote('Synthetic text\n', [log.signer])
  const malformed = [
    '',
    'text\n',
    'text\n\n',
    `${note}x`,
    note.slice(0, -1),
    note.replace('\u2014', '-'),
    note.replace(' ', '\t'),
    `${note}\n`,
    note.replace(/=\n$/, '\n'),
    `${note}${note.split('\n\n')[1]?.repeat(64)}`,
  ]
  for (const one of malformed) assert.throws(() => parseNote(one), LedgerError, JSON.stringify(one))
  assert.throws(() => signNote('no newline', [log.signer]), LedgerError)
  assert.throws(() => signNote('text\r\n', [log.signer]), LedgerError)
  assert.throws(() => signNote('text\n', []), LedgerError)
  assert.throws(() => signNote('text\n', [witness.signer]), LedgerError)
})

test('a checkpoint comes back from its text, and the example of tlog-checkpoint is read', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9./-]{1,40}$/),
      fc.nat(2 ** 48),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (origin, size, root) => {
        const back = parseCheckpoint(formatCheckpoint({ origin, size, root }))
        assert.deepEqual([back.origin, back.size, [...back.root]], [origin, size, [...root]])
      },
    ),
  )
  const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  assert.equal(parseCheckpoint(example).size, 20_852_163)
  assert.equal(parseCheckpoint(`${example}extension\n`).size, 20_852_163)
  for (const bad of [
    example.slice(0, -1),
    example.replace('2085', '02085'),
    example.replace('2085', '-2085'),
    example.replace('I=', 'J='),
    `${example}\n`,
    '\n1\n\n',
    example.replace('20852163', '9999999999999999'),
  ]) {
    assert.throws(() => parseCheckpoint(bad), LedgerError, JSON.stringify(bad))
  }
  assert.throws(() => formatCheckpoint({ ...HEAD, origin: '' }), LedgerError)
  assert.throws(() => formatCheckpoint({ ...HEAD, size: 0.5 }), LedgerError)
})

test('a signed checkpoint opens for who trusts the log, and for nobody else', () => {
  const note = signCheckpoint(HEAD, [log.signer])
  const opened = openCheckpoint(note, trust)
  assert.deepEqual(opened, { ok: true, checkpoint: HEAD, cosigned: [] })
  assert.equal(openCheckpoint(note, { ...trust, origin: 'example.net/other' }).ok, false)
  assert.equal(openCheckpoint(note, { ...trust, logKeys: [other.key] }).ok, false)
  assert.equal(openCheckpoint(note, { ...trust, logKeys: [other.key, log.key] }).ok, true)
  assert.equal(openCheckpoint(note, { ...trust, quorum: 1 }).ok, false)
  assert.equal(openCheckpoint('Synthetic text', trust).ok, false)
})

test('no changed character of a signed checkpoint is believed, save in the signature of a key nobody trusts', () => {
  const note = signCheckpoint(HEAD, [log.signer])
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.integer({ min: 0, max: 0x7f }), (at, code) => {
      const changed = note.slice(0, at) + String.fromCharCode(code) + note.slice(at + 1)
      assert.equal(openCheckpoint(changed, trust).ok, changed === note)
    }),
    { numRuns: 1_000 },
  )
})

test('cosignatures are taken from known witnesses, verified, and counted for the quorum', () => {
  const note = signCheckpoint(HEAD, [log.signer])
  const first = acceptCosignature(
    note,
    cosignCheckpoint(note, witness.signer, NOW.timeSeconds),
    trust.witnesses,
    NOW,
  )
  assert.ok(first.ok)
  const both = acceptCosignature(
    first.note,
    cosignCheckpoint(note, second.signer, NOW.timeSeconds + 60),
    trust.witnesses,
    NOW,
  )
  assert.ok(both.ok)
  const opened = openCheckpoint(both.note, { ...trust, quorum: 2 })
  assert.deepEqual(opened.ok && opened.cosigned, [
    { witness: witness.key.name, timeSeconds: NOW.timeSeconds },
    { witness: second.key.name, timeSeconds: NOW.timeSeconds + 60 },
  ])
  assert.equal(openCheckpoint(first.note, { ...trust, quorum: 2 }).ok, false)
})

test('a witness that cosigns again replaces its cosignature and counts once', () => {
  const note = signCheckpoint(HEAD, [log.signer])
  const line = cosignCheckpoint(note, witness.signer, NOW.timeSeconds)
  const once = acceptCosignature(note, line, trust.witnesses, NOW)
  assert.ok(once.ok)
  const again = acceptCosignature(
    once.note,
    cosignCheckpoint(note, witness.signer, NOW.timeSeconds + 1),
    trust.witnesses,
    NOW,
  )
  assert.ok(again.ok)
  assert.equal(parseNote(again.note).signatures.length, 2)
  const doubled = openCheckpoint(`${once.note}${line}\n`, { ...trust, quorum: 2 })
  assert.equal(doubled.ok, false)
})

test('cosignatures of strangers, of another checkpoint, of the future or with a changed time are refused', () => {
  const note = signCheckpoint(HEAD, [log.signer])
  const line = cosignCheckpoint(note, witness.signer, NOW.timeSeconds)
  const elsewhere = cosignCheckpoint(
    signCheckpoint({ ...HEAD, size: 18 }, [log.signer]),
    witness.signer,
    NOW.timeSeconds,
  )
  const later = cosignCheckpoint(note, witness.signer, NOW.timeSeconds + 61)
  assert.equal(acceptCosignature(note, line, [second.key], NOW).ok, false)
  assert.equal(acceptCosignature(note, elsewhere, trust.witnesses, NOW).ok, false)
  assert.equal(acceptCosignature(note, later, trust.witnesses, NOW).ok, false)
  assert.equal(acceptCosignature(note, 'Synthetic text', trust.witnesses, NOW).ok, false)
  const start = line.lastIndexOf(' ') + 1
  fc.assert(
    fc.property(fc.integer({ min: start, max: line.length - 1 }), (at) => {
      assert.equal(acceptCosignature(note, changedAt(line, at), trust.witnesses, NOW).ok, false)
    }),
  )
  assert.throws(() => cosignCheckpoint(note, log.signer, NOW.timeSeconds), LedgerError)
  assert.throws(() => cosignCheckpoint('Synthetic text', witness.signer, NOW.timeSeconds), LedgerError)
  assert.throws(() => cosignCheckpoint(note, witness.signer, -1), LedgerError)
})

test("a witness's key cannot stand in for the log's, nor the log's for a witness's", () => {
  const note = signCheckpoint(HEAD, [log.signer])
  assert.equal(openCheckpoint(note, { ...trust, logKeys: [], witnesses: [log.key] }).ok, false)
  const cosigned = acceptCosignature(
    note,
    cosignCheckpoint(note, witness.signer, NOW.timeSeconds),
    trust.witnesses,
    NOW,
  )
  assert.ok(cosigned.ok)
  assert.equal(openCheckpoint(cosigned.note, { ...trust, logKeys: [witness.key], witnesses: [] }).ok, false)
  assert.equal(openCheckpoint(cosigned.note, { ...trust, logKeys: [other.key] }).ok, false)
})

function keysOf(name: string, use: 'note' | 'cosignature') {
  const made = generateKey(name, use)
  return { key: parseVerifierKey(made.verifier), signer: parseSignerKey(made.signer) }
}

function changedAt(text: string, at: number): string {
  const place = at % text.length
  const now = text[place] === 'A' ? 'B' : 'A'
  return text.slice(0, place) + now + text.slice(place + 1)
}
