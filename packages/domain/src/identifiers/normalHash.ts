import { slug } from './slug.ts'

/** Hexadecimal digests by their length in digits; the algorithm a bare digest is read as. */
const byLength: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }
const lengths: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128, pdq: 64 }

/** Digests of the empty file: every 0-byte upload has them, so they identify nothing. */
const ofNothing: ReadonlySet<string> = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
])

const valueMaxLength = 4096

/** The algorithm's name in one spelling: `SHA-256`, `sha_256` and `Sha256` are `sha256`. */
export const normalAlgorithm = (given: string): string => {
  const plain = slug(given).replaceAll('-', '')
  return plain === 'sha' ? 'sha1' : plain
}

/**
 * `algorithm:value`, in lower case where the digest is hexadecimal. Without an algorithm the length tells it.
 * Undefined when the digest has the wrong length for its algorithm, is not hexadecimal where it must be, or is
 * that of the empty file. Other algorithms (PhotoDNA, TMK, ...) are kept as given.
 */
export function normalHash(value: string, hashType?: string): string | undefined {
  const given = value.replace(/\s+/g, '')
  if (given === '' || given.length > valueMaxLength) return undefined
  const hex = /^[0-9a-f]+$/i.test(given)
  const algorithm =
    hashType === undefined ? (hex ? byLength[given.length] : undefined) : normalAlgorithm(hashType)
  if (algorithm === undefined || algorithm === '') return undefined
  const expected = lengths[algorithm]
  if (expected === undefined) return `${algorithm}:${given}`
  const digest = given.toLowerCase()
  return hex && digest.length === expected && !ofNothing.has(digest) ? `${algorithm}:${digest}` : undefined
}
