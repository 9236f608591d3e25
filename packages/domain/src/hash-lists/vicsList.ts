import { collectRows, type HashListContent, type HashListFault, type HashListRow, rowOf } from './hashList.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Media of VICS 2.0: under `value[].Media[]` of the OData envelope, under `Media[]`, or the list itself. */
function mediaOf(document: unknown): readonly unknown[] {
  const top = fieldsOf(document)
  if (top === undefined) return listOf(document)
  if (Array.isArray(top.Media)) return top.Media
  return listOf(top.value).flatMap((entry) => {
    const media = fieldsOf(entry)?.Media
    return Array.isArray(media) ? media : [entry]
  })
}

/** The digests of one medium: `MD5`, `SHA1`, and `AlternativeHashes[]` of `HashName` and `HashValue`. */
function digestsOf(media: Fields): (readonly [string, string])[] {
  const own = ['MD5', 'SHA1', 'SHA256', 'PhotoDNA'].map((name) => [name, media[name]] as const)
  const others = listOf(media.AlternativeHashes).flatMap((entry) => {
    const hash = fieldsOf(entry)
    return hash === undefined ? [] : [[String(hash.HashName ?? ''), hash.HashValue] as const]
  })
  return [...own, ...others].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && name !== '' ? [[name, value] as const] : [],
  )
}

const categoryOf = (media: Fields): string | undefined =>
  typeof media.Category === 'number' || typeof media.Category === 'string'
    ? String(media.Category)
    : undefined

function* entries(document: unknown): Generator<HashListRow | HashListFault> {
  let where = 0
  for (const entry of mediaOf(document)) {
    where++
    const media = fieldsOf(entry)
    const digests = media === undefined ? [] : digestsOf(media)
    if (media === undefined || digests.length === 0) yield { where, says: 'The entry holds no digest.' }
    else for (const [name, value] of digests) yield rowOf(value, name, categoryOf(media), where)
  }
}

/** A VICS 2.0 document, as parsed JSON. `Category` is kept as the project of the list numbers it. */
export const parseVicsList = (document: unknown): HashListContent => collectRows(entries(document))
