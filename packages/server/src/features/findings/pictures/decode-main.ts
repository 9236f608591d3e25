/**
 * A process of its own that reads one picture from its standard input and tells its hash. A decoder that a hostile file
 * breaks, or that never ends, takes nothing with it but this process. It loads what it needs alone: it starts once for each picture.
 */
import { luminanceOf, pdqHash } from '@opentipline/domain/pdq'
import type { Decoded } from './decode.ts'
import { picturePointsMax, scaledSideMax } from './limits.ts'

const readAll = async (): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Kinds that are plain pictures; every other loader is blocked, whatever the bytes claim to be. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`)

const decode = async (bytes: Buffer): Promise<Decoded> => {
  const sharp = await import('sharp').then(
    (module) => module.default,
    () => undefined,
  )
  if (!sharp) return { answer: 'not checked', caveat: 'No decoder of pictures is installed here.' }
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  const { data, info } = await sharp(bytes, { limitInputPixels: picturePointsMax, pages: 1, failOn: 'error' })
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .resize(scaledSideMax, scaledSideMax, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const hash = pdqHash(luminanceOf(rgbOf(data, info.channels), info.width, info.height))
  if (!hash) return { answer: 'not checked', caveat: 'The picture is too small to say anything.' }
  return { answer: 'hit', hash: hash.hex, quality: hash.quality }
}

/** Grey pictures have one channel: each point is then three times the same. */
const rgbOf = (data: Buffer, channels: number): Uint8Array =>
  channels === 1
    ? Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0)
    : data

const told = await decode(await readAll()).catch(
  (error: unknown): Decoded => ({
    answer: 'failed',
    caveat: `The picture could not be decoded: ${String(error instanceof Error ? error.message : error).slice(0, 200)}`,
  }),
)
process.stdout.write(JSON.stringify(told))
