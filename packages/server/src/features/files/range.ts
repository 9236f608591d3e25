import type { ByteRange } from '@opentipline/vault'

/**
 * The one range that a `Range` header asks for (RFC 9110, section 14), cut to the file. `whole` where there is none, or
 * one that is no single range of bytes: a server may ignore those. `none` where it lies behind the file's end.
 */
export const readRange = (header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'none' => {
  const found = header === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (!found) return 'whole'
  const [, from = '', to = ''] = found
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    const last = Math.min(Number(to), sizeBytes)
    return last === 0 ? 'none' : { start: sizeBytes - last, endExclusive: sizeBytes }
  }
  const start = Number(from)
  const endExclusive = to === '' ? sizeBytes : Math.min(Number(to) + 1, sizeBytes)
  if (to !== '' && Number(to) < start) return 'whole'
  return start >= sizeBytes ? 'none' : { start, endExclusive }
}
