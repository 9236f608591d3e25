import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pictureKind } from './pictureKind.ts'

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1')

test('each kind is told by its first bytes', () => {
  assert.equal(pictureKind(text('\xff\xd8\xff\xe0')), 'jpeg')
  assert.equal(pictureKind(text('\x89PNG\r\n\x1a\n')), 'png')
  assert.equal(pictureKind(text('GIF89a')), 'gif')
  assert.equal(pictureKind(text('RIFF\0\0\0\0WEBP')), 'webp')
  assert.equal(pictureKind(text('II*\0')), 'tiff')
  assert.equal(pictureKind(text('\0\0\0\x1cftypavif')), 'heif')
})

test('documents that can name other things are no picture', () => {
  for (const other of ['<svg xmlns=', '%PDF-1.7', '<?xml version', '\0\0\0\x1cftypisom', 'RIFF\0\0\0\0WAVE'])
    assert.equal(pictureKind(text(other)), undefined)
})

test('any bytes are answered, none at all too', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => void pictureKind(bytes)))
})
