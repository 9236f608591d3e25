import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { escapeText, foldLine, printCalendar } from './print.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 400 })
/** What a reader does: RFC 5545 section 3.1 and 3.3.11, the other way. */
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const unescape = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, what: string) => (what === 'n' || what === 'N' ? '\n' : what))

test('no line is longer than 75 octets, no character is broken, and unfolding gives the line back', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const line = escapeText(given)
      const folded = foldLine(line)
      for (const each of folded.split('\r\n')) assert.ok(Buffer.byteLength(each) <= 75, each)
      assert.equal(folded.replaceAll('\r\n ', ''), line)
      assert.equal(
        Buffer.from(folded).toString('utf8').includes('\uFFFD'),
        line.includes('\uFFFD') ||
          /[\uD800-\uDFFF]/.test(line.replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')),
      )
    }),
  )
  assert.equal(foldLine('é'.repeat(40)).split('\r\n').length, 2)
})

test('an escaped text is one line and reads back, without the controls that have no place in it', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const escaped = escapeText(given)
      assert.ok(!/[\r\n]/.test(escaped))
      const kept = given.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '')
      assert.equal(unescape(escaped), kept)
    }),
  )
})

test('an entry cannot bring lines or entries of its own', () => {
  fc.assert(
    fc.property(anyText, anyText, (uid, summary) => {
      const text = printCalendar({
        name: 'Synthetic',
        stamp: new Date('2026-11-22T10:00:00Z'),
        entries: [{ uid, at: new Date('2027-01-01T00:00:00Z'), summary: `${summary}\r\nBEGIN:VEVENT` }],
        refreshMinutes: 60,
      })
      const lines = unfold(text)
      assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1)
      assert.equal(lines.at(-1), '')
      assert.ok(lines.slice(0, -1).every((line) => /^[A-Z-]+[:;]/.test(line)))
      assert.ok(lines.includes('DTSTART:20270101T000000Z'))
    }),
  )
})
