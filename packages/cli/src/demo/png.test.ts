import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { solidPng } from './png.ts'

type Chunk = { type: string; data: Buffer; crcHolds: boolean }

const chunksOf = (bytes: Uint8Array): Chunk[] => {
  const buffer = Buffer.from(bytes)
  const chunks: Chunk[] = []
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const body = buffer.subarray(at + 4, at + 8 + length)
    chunks.push({
      type: body.subarray(0, 4).toString('latin1'),
      data: body.subarray(4),
      crcHolds: buffer.readUInt32BE(at + 8 + length) === crc32(body),
    })
    at += 12 + length
  }
  return chunks
}

test('any colour and size is a whole PNG of that one colour', () => {
  const channel = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), fc.integer({ min: 1, max: 40 }), (colour, side) => {
      const bytes = solidPng(colour, side)
      assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10])
      const chunks = chunksOf(bytes)
      assert.deepEqual(
        chunks.map(({ type }) => type),
        ['IHDR', 'IDAT', 'IEND'],
      )
      assert.ok(chunks.every(({ crcHolds }) => crcHolds))
      const [header, data] = chunks
      assert.deepEqual([header?.data.readUInt32BE(0), header?.data.readUInt32BE(4)], [side, side])
      const rows = inflateSync(data?.data ?? Buffer.alloc(0))
      const row = [0, ...Array.from({ length: side }, () => colour).flat()]
      assert.deepEqual([...rows], Array.from({ length: side }, () => row).flat())
    }),
  )
})
