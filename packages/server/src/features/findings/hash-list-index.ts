import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { HashListHead } from '@opentipline/domain'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'

/** The folder, within the data folder, in which an operator puts hash lists; and the file that says what each is. */
const folderName = 'hash-lists'
const indexName = 'index.yaml'
/** Lists at most: each is asked about each hash. */
const listsMax = 100

const text = Type.String({ minLength: 1, maxLength: 500 })
const closed = { additionalProperties: false }
const Index = Type.Object(
  {
    lists: Type.Array(
      Type.Object(
        {
          file: text,
          name: text,
          source: text,
          date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
          meaning: text,
        },
        closed,
      ),
      { maxItems: listsMax },
    ),
  },
  closed,
)
const schema = Compile(Index)

export type ListedHashes = HashListHead & { readonly path: string }

/**
 * The hash lists that the operator put into the data folder, as its index names them: none where there is no index. A list
 * file that cannot be read is not told here: it answers "failed" to each question, while the others answer.
 * @throws Error with one sentence when the index itself cannot be used
 */
export const readHashListIndex = async (dataDir: string): Promise<ListedHashes[]> => {
  const folder = join(dataDir, folderName)
  const path = join(folder, indexName)
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return checked(parse(content), path).lists.map(({ file, ...head }) => ({
    ...head,
    path: join(folder, file),
  }))
}

const checked = (value: unknown, path: string): Static<typeof Index> => {
  if (!schema.Check(value)) {
    const [first] = [...schema.Errors(value)]
    throw new Error(`${path} ${first?.instancePath ?? ''} ${first?.message ?? 'is no index of hash lists'}`)
  }
  const outside = value.lists.find(({ file }) => basename(file) !== file)
  if (outside) throw new Error(`${path} names "${outside.file}", which is not in its own folder`)
  return value
}
