/** What a browser shows as a picture or a film without running anything of it. Whatever else a file is, is only bytes. */
export type ShownType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/bmp'
  | 'video/mp4'
  | 'video/webm'

/** Bytes of a file's beginning that are looked at. */
export const sniffedBytes = 64

const startsWith = (bytes: Uint8Array, at: number, ...wanted: (number | string)[]): boolean => {
  const flat = wanted.flatMap((each) =>
    typeof each === 'string' ? [...Buffer.from(each, 'latin1')] : [each],
  )
  return flat.every((value, index) => bytes[at + index] === value)
}

/** ISO base media brands that browsers play or show. */
const brands: Record<string, ShownType> = {
  avif: 'image/avif',
  avis: 'image/avif',
  isom: 'video/mp4',
  iso2: 'video/mp4',
  iso4: 'video/mp4',
  iso5: 'video/mp4',
  iso6: 'video/mp4',
  mp41: 'video/mp4',
  mp42: 'video/mp4',
  avc1: 'video/mp4',
  'M4V ': 'video/mp4',
  dash: 'video/mp4',
}

/**
 * The type by the bytes themselves; what the provider or the name says is not asked. HTML, SVG and scripts have no
 * signature here and are never shown. Undefined for everything else.
 */
export const sniff = (bytes: Uint8Array): ShownType | undefined => {
  if (startsWith(bytes, 0, 0x89, 'PNG\r\n', 0x1a, '\n')) return 'image/png'
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0, 'GIF87a') || startsWith(bytes, 0, 'GIF89a')) return 'image/gif'
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBPVP8')) return 'image/webp'
  if (startsWith(bytes, 0, 'BM') && startsWith(bytes, 6, 0, 0, 0, 0)) return 'image/bmp'
  if (startsWith(bytes, 0, 0x1a, 0x45, 0xdf, 0xa3)) return 'video/webm'
  if (startsWith(bytes, 4, 'ftyp')) return brands[Buffer.from(bytes.subarray(8, 12)).toString('latin1')]
  return undefined
}
