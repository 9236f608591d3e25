/** Reads what stands in a DOCX, for tests. */
import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** The text of one file of a ZIP, by its local header (APPNOTE 4.3.7) and the sizes of the directory. */
export const unzip = (zip: Buffer, name: string): string => {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16)
  for (;;) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50, `no ${name}`)
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const local = zip.readUInt32LE(at + 42)
    if (zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)) === name) {
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
}
/** The words of WordprocessingML, without its marks. */
export const xmlText = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
