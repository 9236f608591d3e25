/**
 * Which members of a pool are drawn. Anybody with the pool, the seed and a SHA-256 can draw again and must get the same:
 * each member's ticket is the SHA-256 (lower-case hex) of "SEED:ID" in UTF-8, and the lowest tickets are drawn.
 */
export const sampleAlgorithm = 'sha256-lowest-1'

/** `percent` of the pool, rounded up, and `most` at most. */
export type SampleShare = { percent: number; most: number }

/** How many of a pool are drawn: a share above 0 of a pool that is not empty draws at least one. */
export const sampleSize = (poolSize: number, { percent, most }: SampleShare): number =>
  Math.min(poolSize, most, Math.ceil((poolSize * percent) / 100))

/** The drawn ids, lowest ticket first. `sha256` gives lower-case hex. The order of `pool` never matters. */
export const drawSample = (
  pool: readonly string[],
  seed: string,
  share: SampleShare,
  sha256: (text: string) => string,
): string[] =>
  [...new Set(pool)]
    .map((id) => ({ id, ticket: sha256(`${seed}:${id}`) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, sampleSize(new Set(pool).size, share))
    .map(({ id }) => id)

/** What stands for a pool in the log: its ids, sorted as text, a line feed after each. Its SHA-256 is recorded. */
export const poolText = (pool: readonly string[]): string =>
  pool
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((id) => `${id}\n`)
    .join('')
