export const middleOf = (list: readonly number[]): number => {
  const sorted = list.toSorted((one, two) => one - two)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** Of a normal distribution, what lies within so many standard deviations is 95 %. */
const deviations = 1.96

/**
 * Where differences of pairs lie, without supposing how they are spread: the median of the means of every two of them, each
 * with itself included, and the interval that holds it at 95 % by Wilcoxon's signed ranks, in its normal
 * approximation (Hodges and Lehmann 1963; Hollander, Wolfe, Chicken, Nonparametric Statistical Methods, section 3.2 and 3.3).
 * With fewer than six pairs the interval is the whole range, and less than 95 %.
 */
export const shiftOf = (differences: readonly number[]): { middle: number; low: number; high: number } => {
  const n = differences.length
  const means = differences
    .flatMap((one, at) => differences.slice(at).map((two) => (one + two) / 2))
    .toSorted((one, two) => one - two)
  const left = Math.floor((n * (n + 1)) / 4 - deviations * Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24))
  const at = Math.max(0, left)
  return {
    middle: middleOf(means),
    low: means[at] ?? Number.NaN,
    high: means[means.length - 1 - at] ?? Number.NaN,
  }
}
