import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sniff } from './sniff.ts'

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

test('pictures and films are known by their first bytes', () => {
  assert.equal(sniff(latin1('\x89PNG\r\n\x1a\n....')), 'image/png')
  assert.equal(sniff(latin1('\xff\xd8\xff\xe0')), 'image/jpeg')
  assert.equal(sniff(latin1('GIF89a')), 'image/gif')
  assert.equal(sniff(latin1('RIFF....WEBPVP8 ')), 'image/webp')
  assert.equal(sniff(latin1('....ftypisom....')), 'video/mp4')
  assert.equal(sniff(latin1('....ftypavif....')), 'image/avif')
  assert.equal(sniff(latin1('\x1a\x45\xdf\xa3')), 'video/webm')
})

test('what a browser could run is never something to be shown, whatever surrounds it', () => {
  const active = fc.constantFrom(
    '<!doctype html>',
    '<html>',
    '<svg xmlns',
    '<?xml version',
    '%PDF-1.7',
    '<script>',
    'MZ',
    'PK\x03\x04',
  )
  const before = fc.constantFrom('', ' ', '\n', '\ufeff', '\t\r\n')
  fc.assert(
    fc.property(before, active, fc.string(), (space, start, rest) => {
      assert.equal(sniff(Buffer.from(space + start + rest)), undefined)
    }),
  )
})

test('any bytes at all have an answer, the empty file too', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void sniff(bytes)))
  assert.equal(sniff(new Uint8Array()), undefined)
})
