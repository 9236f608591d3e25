/** The value below which a part (0..1) of the samples lies; NaN of none. Sorts nothing in place. */
const percentile = (samples: readonly number[], part: number): number => {
  if (samples.length === 0) return Number.NaN
  const sorted = Float64Array.from(samples).toSorted()
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

export type Spread = { p50: number; p99: number; max: number; count: number }

export const spreadOf = (samples: readonly number[]): Spread => ({
  p50: percentile(samples, 0.5),
  p99: percentile(samples, 0.99),
  max: percentile(samples, 1),
  count: samples.length,
})

/** Three digits that matter. */
export const short = (value: number): string =>
  Number.isNaN(value) ? 'none' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)
