const corporate = /[\s,]+(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|co|gmbh|plc|s\.?a)\.?$/i

/**
 * A platform or service name as a word that compares equal: `Example Provider, Inc.` is `example-provider`.
 * Empty when nothing is left. Idempotent.
 */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').trim().replace(corporate, '')
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
