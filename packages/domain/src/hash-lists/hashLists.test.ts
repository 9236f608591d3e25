import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexHashList, lookupHash } from './lookupHash.ts'
import { parseHashList } from './parseHashList.ts'

const md5 = 'aa'.repeat(16)
const sha1 = 'bb'.repeat(20)
const head = {
  name: 'Example list',
  source: 'Example Agency',
  date: '2026-01-01',
  meaning: 'Synthetic meaning',
}
const rows = (content: string) =>
  parseHashList(content).rows.map(({ hash, category }) => `${hash} ${category ?? '-'}`)

test('one digest a line is told by its length', () => {
  assert.deepEqual(rows(`\uFEFF# a comment\r\n${md5.toUpperCase()}\r\n\r\n${sha1}\r\n`), [
    `md5:${md5} -`,
    `sha1:${sha1} -`,
  ])
})

test('a CSV names its digests by column, or by a type beside them', () => {
  assert.deepEqual(rows(`id,MD5,SHA-1,Category\n1,${md5},${sha1},7\n2,${md5},,\n`), [
    `md5:${md5} 7`,
    `sha1:${sha1} 7`,
    `md5:${md5} -`,
  ])
  assert.deepEqual(rows(`hash,type\n"${sha1}",SHA1\n`), [`sha1:${sha1} -`])
})

test('a VICS document gives the digests of its media, under either envelope', () => {
  const Media = [
    { MediaID: 1, Category: 2, MD5: md5, AlternativeHashes: [{ HashName: 'SHA1', HashValue: sha1 }] },
  ]
  const wanted = [`md5:${md5} 2`, `sha1:${sha1} 2`]
  assert.deepEqual(rows(JSON.stringify({ '@odata.context': 'x', value: [{ CaseID: 'x', Media }] })), wanted)
  assert.deepEqual(rows(JSON.stringify({ Media })), wanted)
  assert.deepEqual(rows(JSON.stringify(Media)), wanted)
})

test('what cannot be read is told with its line, not dropped in silence', () => {
  assert.deepEqual(
    parseHashList(`${md5}\nnot a digest\n`).faults.map(({ where }) => where),
    [2],
  )
  assert.deepEqual(
    parseHashList('name,colour\nx,y\n').faults.map(({ where }) => where),
    [1],
  )
  assert.throws(() => parseHashList('{"Media": ['), SyntaxError)
})

test('a digest of an algorithm the list does not hold is not checked, not a miss', () => {
  const list = indexHashList(head, parseHashList(`${md5}\n`))
  assert.equal(lookupHash(list, `md5:${md5}`).answer, 'hit')
  assert.equal(lookupHash(list, `md5:${'cc'.repeat(16)}`).answer, 'miss')
  assert.equal(lookupHash(list, `sha1:${sha1}`).answer, 'not checked')
})

test('a miss on a list that could not be read wholly says so, and a hit needs no such word', () => {
  const list = indexHashList(head, parseHashList(`${md5}\nnot \0 a digest\nneither\n`))
  const missed = lookupHash(list, `md5:${'cc'.repeat(16)}`)
  assert.ok(missed.answer === 'miss')
  assert.match(missed.caveat ?? '', /^2 entries of the list could not be read, the first at 2: /)
  assert.ok(!missed.caveat?.includes('\0'), 'it can be stored, whatever stands in the list')
  const hit = lookupHash(list, `md5:${md5}`)
  assert.ok(hit.answer === 'hit' && hit.caveat === undefined)
})

test('a list of any digests is read wholly, in each form alike', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[1-9a-f]{32}$/), { minLength: 1 }), (digests) => {
      const plain = rows(digests.join('\n'))
      assert.equal(plain.length, digests.length)
      assert.deepEqual(rows(`md5\n${digests.join('\n')}`), plain)
      assert.deepEqual(rows(JSON.stringify({ Media: digests.map((MD5) => ({ MD5 })) })), plain)
    }),
  )
})

test('any text at all is read, or refused as broken JSON', () => {
  fc.assert(
    fc.property(fc.string(), (content) => {
      try {
        parseHashList(content)
      } catch (error) {
        assert.ok(error instanceof SyntaxError)
      }
    }),
  )
})
