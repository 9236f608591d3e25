/**
 * PDQ, the perceptual hash of pictures, from its published description: luminance, two passes of a box filter, a
 * 64x64 grid, the lower 16x16 of a discrete cosine transform, and one bit for each value above the median.
 * Two pictures are taken as alike within a distance of 31 of 256 bits, where both are of quality 50 or more.
 */
export type PdqHash = {
  /** 64 hexadecimal digits. */
  readonly hex: string
  /** 0 to 100: how much there is to see. A plain picture has little, and its hash means little. */
  readonly quality: number
}

/** Luminance by rows, one value for each point, 0 to 255. */
export type Luminance = { readonly width: number; readonly height: number; readonly values: Float32Array }

/** Within this distance two pictures are taken as alike; it is the publisher's figure. */
export const pdqDistanceMax = 31

const grid = 64
const side = 16

/** Luminance of 8-bit RGB (three bytes a point), by the weights of ITU-R BT.601. */
export function luminanceOf(rgb: Uint8Array, width: number, height: number): Luminance {
  if (rgb.length !== width * height * 3) throw new RangeError('Three bytes a point are expected.')
  const values = new Float32Array(width * height)
  for (let i = 0; i < values.length; i++) {
    values[i] = 0.299 * (rgb[3 * i] ?? 0) + 0.587 * (rgb[3 * i + 1] ?? 0) + 0.114 * (rgb[3 * i + 2] ?? 0)
  }
  return { width, height, values }
}

/** The window of the filter for a length: half of what one cell of the grid covers, rounded up. */
const windowOf = (length: number): number => Math.floor((length + 2 * grid - 1) / (2 * grid))

type Line = { readonly start: number; readonly stride: number; readonly length: number }

/** A running mean over one row or column; at the ends the window is cut, not padded. */
function smoothLine(
  from: Float32Array,
  to: Float32Array,
  { start, stride, length }: Line,
  window: number,
): void {
  const ahead = Math.floor((window + 2) / 2) - 1
  const behind = window - ahead - 1
  let sum = 0
  let count = 0
  for (let i = 0; i < Math.min(ahead, length); i++, count++) sum += from[start + i * stride] ?? 0
  for (let i = 0; i < length; i++) {
    const entering = i + ahead
    const leaving = i - behind - 1
    if (entering < length) {
      sum += from[start + entering * stride] ?? 0
      count++
    }
    if (leaving >= 0) {
      sum -= from[start + leaving * stride] ?? 0
      count--
    }
    to[start + i * stride] = sum / count
  }
}

function smooth({ width, height, values }: Luminance): Float32Array {
  const picture = Float32Array.from(values)
  const between = new Float32Array(values.length)
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < height; row++) {
      smoothLine(picture, between, { start: row * width, stride: 1, length: width }, windowOf(width))
    }
    for (let column = 0; column < width; column++) {
      smoothLine(between, picture, { start: column, stride: width, length: height }, windowOf(height))
    }
  }
  return picture
}

function gridOf(picture: Luminance): Float32Array {
  const { width, height } = picture
  const smoothed = width === grid && height === grid ? picture.values : smooth(picture)
  const cells = new Float32Array(grid * grid)
  for (let row = 0; row < grid; row++) {
    const y = Math.floor(((row + 0.5) * height) / grid)
    for (let column = 0; column < grid; column++) {
      const x = Math.floor(((column + 0.5) * width) / grid)
      cells[row * grid + column] = smoothed[y * width + x] ?? 0
    }
  }
  return cells
}

/** The sum of the steps between neighbours, in hundredths of the whole range, scaled to 100. */
function qualityOf(cells: Float32Array): number {
  const step = (a: number, b: number): number =>
    Math.abs(Math.trunc((((cells[a] ?? 0) - (cells[b] ?? 0)) * 100) / 255))
  let steps = 0
  for (let i = 0; i < grid * grid; i++) {
    if (i + grid < grid * grid) steps += step(i, i + grid)
    if (i % grid < grid - 1) steps += step(i, i + 1)
  }
  return Math.min(100, Math.trunc(steps / 90))
}

/** Rows 1 to 16 of the cosine transform of length 64. Row 0, the mean, is left out: brightness is not content. */
const cosines: Float64Array = Float64Array.from({ length: side * grid }, (_, i) => {
  const [row, column] = [Math.floor(i / grid) + 1, i % grid]
  return Math.sqrt(2 / grid) * Math.cos((Math.PI / (2 * grid)) * row * (2 * column + 1))
})

function transform(cells: Float32Array): Float64Array {
  const half = new Float64Array(side * grid)
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < grid; j++) {
      let sum = 0
      for (let k = 0; k < grid; k++) sum += (cosines[i * grid + k] ?? 0) * (cells[k * grid + j] ?? 0)
      half[i * grid + j] = sum
    }
  }
  return Float64Array.from({ length: side * side }, (_, at) => {
    const [i, j] = [Math.floor(at / side), at % side]
    let sum = 0
    for (let k = 0; k < grid; k++) sum += (half[i * grid + k] ?? 0) * (cosines[j * grid + k] ?? 0)
    return sum
  })
}

/** Rows of sixteen bits, the last row first; within a row the last column is the highest bit. */
function hexOf(bits: readonly boolean[]): string {
  const rows = Array.from({ length: side }, (_, row) =>
    bits
      .slice(row * side, (row + 1) * side)
      .reduce((word, bit, column) => (bit ? word | (1 << column) : word), 0),
  )
  return rows
    .toReversed()
    .map((word) => word.toString(16).padStart(4, '0'))
    .join('')
}

/** The PDQ hash of a picture, or undefined when it is smaller than 5x5 points, too small to say anything. */
export function pdqHash(picture: Luminance): PdqHash | undefined {
  if (picture.width < 5 || picture.height < 5) return undefined
  const cells = gridOf(picture)
  const values = transform(cells)
  // The lower of the two middle values, as the publisher's median takes it.
  const median = values.toSorted()[side * side * 0.5 - 1] ?? 0
  return { hex: hexOf(Array.from(values, (value) => value > median)), quality: qualityOf(cells) }
}
