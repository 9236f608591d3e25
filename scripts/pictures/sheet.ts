/** Pictures small enough to be kept in the history: every one is taken again with each change of a page. */
import sharp from 'sharp'
import { schemes, type Shot, sizes } from './shots.ts'

const gap = 16
const rowHeight = 480
const backdrop = { r: 113, g: 118, b: 122 }

const widthOf = ({ width, height }: { width: number; height: number }): number =>
  Math.round((width / height) * rowHeight)

/** The page at 1366 x 768 in light. */
export const singlePicture = (shots: readonly Shot[]): Promise<Buffer> => {
  const [shot] = shots
  if (!shot) throw new Error('No picture was taken.')
  // Flat colours and letters: without loss it is sharper than with, and half the size.
  return sharp(shot.png).webp({ nearLossless: true, quality: 40, effort: 6 }).toBuffer()
}

/** A row for each scheme, a column for each size. */
export const contactSheet = async (shots: readonly Shot[]): Promise<Buffer> => {
  const lefts = sizes.map((_, index) =>
    sizes.slice(0, index).reduce((left, size) => left + widthOf(size) + gap, gap),
  )
  const width = sizes.reduce((all, size) => all + widthOf(size) + gap, gap)
  const pieces = shots.map(async ({ scheme, size, png }) => ({
    input: await sharp(png).resize(widthOf(size), rowHeight).png().toBuffer(),
    left: lefts[sizes.indexOf(size)] ?? gap,
    top: gap + schemes.indexOf(scheme) * (rowHeight + gap),
  }))
  const height = gap + schemes.length * (rowHeight + gap)
  return sharp({ create: { width, height, channels: 3, background: backdrop } })
    .composite(await Promise.all(pieces))
    .webp({ quality: 40, effort: 6 })
    .toBuffer()
}
