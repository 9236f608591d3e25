import { type Colour, solidPng } from './png.ts'
import type { FileContent } from './plan.ts'
import { randomOf } from './random.ts'

/** The bytes of a planned file. */
export const bytesOf = (content: FileContent): Uint8Array => {
  switch (content.kind) {
    case 'colour':
      return solidPng(content.colour, content.side)
    case 'noise':
      return randomOf(content.seed).bytes(content.sizeBytes)
  }
}

export const colourOf = (seed: string): Colour => {
  const random = randomOf(`colour ${seed}`)
  return [random.int(0, 255), random.int(0, 255), random.int(0, 255)]
}
