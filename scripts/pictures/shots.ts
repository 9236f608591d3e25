/** What is taken of a page, and where it is kept. */
import { join } from 'node:path'

export const picturesFolder = join(import.meta.dirname, '../../docs/pictures')

/** The screen that the desk is made for first, what many agencies have; a large one; a telephone. */
export const sizes = [
  { width: 1366, height: 768 },
  { width: 2560, height: 1440 },
  { width: 390, height: 844 },
] as const
export const schemes = ['light', 'dark'] as const

export type Shot = {
  scheme: (typeof schemes)[number]
  size: (typeof sizes)[number]
  png: Buffer
}

/** The page on the first screen, in its own size, to be read. */
export const singleFile = ({ name }: { name: string }): string => `${name}.webp`
/** All six side by side, scaled, to be looked at. */
export const sheetFile = ({ name }: { name: string }): string => `${name}-all.webp`
