/** What re-reading found: how many would have been pursued, were rightly left, or could not be told. */
export type Verdicts = { misses: number; rightlyLow: number; cannotTell: number }
export type Interval = { low: number; high: number }

/** Both tails together: the interval holds the true share in at least 95 of 100 samples. */
const alpha = 0.05
const bisections = 60

/** P(X <= k) where X is binomial of n and p; in logarithms, so that a large n does not underflow. */
const atMost = (k: number, n: number, p: number): number => {
  if (k >= n || p <= 0) return 1
  if (p >= 1) return 0
  const odds = Math.log(p / (1 - p))
  let log = n * Math.log1p(-p)
  let sum = Math.exp(log)
  for (let i = 0; i < k; i += 1) {
    log += Math.log((n - i) / (i + 1)) + odds
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

/** The p at which `above(p)`, which rises with p, reaches `level`. */
const solve = (above: (p: number) => number, level: number): number => {
  let low = 0
  let high = 1
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2
    if (above(middle) < level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The exact interval of Clopper and Pearson (Biometrika 26, 1934, 404-413) for k of n, 95 %, two-sided. It promises too
 * little rather than too much: 0 of 3 is 0 to 71 %.
 */
export const clopperPearson = (k: number, n: number): Interval => {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n || n < 1)
    throw new RangeError(`${k} of ${n} is no count`)
  return {
    low: k === 0 ? 0 : solve((p) => 1 - atMost(k - 1, n, p), alpha / 2),
    high: k === n ? 1 : solve((p) => 1 - atMost(k, n, p), 1 - alpha / 2),
  }
}

/**
 * The share of misses as an interval, or null where nothing was re-read. Whom nobody could tell are counted as no miss at the
 * low end and as a miss at the high end: unknown is not false.
 */
export const missRate = ({ misses, rightlyLow, cannotTell }: Verdicts): Interval | null => {
  const n = misses + rightlyLow + cannotTell
  if (n === 0) return null
  return { low: clopperPearson(misses, n).low, high: clopperPearson(misses + cannotTell, n).high }
}
