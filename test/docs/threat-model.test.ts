/** Each "cannot" of the threat model names a test that is there, or says that there is none. What it holds is for its reader. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { docs } from './blocks.ts'

const root = join(docs, '..')
const tests = ['packages', 'test', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules') && /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

type Row = { part: string; cannot: string; heldBy: string }

/** The rows of the tables headed "cannot", with the part they are of. */
const rowsOf = (text: string): Row[] => {
  const rows: Row[] = []
  let part = ''
  let isTable = false
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) part = line.slice(3)
    if (line.startsWith('| cannot |')) isTable = true
    else if (!line.startsWith('|')) isTable = false
    else if (isTable && !line.startsWith('| ---')) {
      const [, cannot = '', heldBy = ''] = line.split('|').map((each) => each.trim())
      rows.push({ part, cannot, heldBy })
    }
  }
  return rows
}

const faultsOf = ({ part, cannot, heldBy }: Row): string[] => {
  const named = [...heldBy.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, name = '']) => name)
  const missing = named.filter((name) => !tests.some((each) => each === name || basename(each) === name))
  return [
    ...missing.map((name) => `${part}: "${cannot}" names ${name}, which is not there`),
    ...(named.length === 0 && !heldBy.includes('**no test**')
      ? [`${part}: "${cannot}" names no test and does not say so`]
      : []),
  ]
}

const rows = rowsOf(readFileSync(join(docs, 'threat-model.md'), 'utf8'))

test('every "cannot" of the threat model names a test that is there, or says that there is none', (t) => {
  assert.ok(rows.length > 50, `${rows.length} rows`)
  assert.ok(new Set(rows.map(({ part }) => part)).size > 10)
  assert.deepEqual(rows.flatMap(faultsOf), [])
  const without = rows.filter(({ heldBy }) => heldBy.includes('**no test**'))
  t.diagnostic(`${rows.length} rows, ${without.length} of them with a part that no test holds`)
})

test('a row that names what is not there, or nothing, is found', () => {
  const row = { part: 'a', cannot: 'b' }
  assert.deepEqual(faultsOf({ ...row, heldBy: '`door.test.ts`' }), [])
  for (const heldBy of ['`nothing.test.ts`', 'by design', ''])
    assert.equal(faultsOf({ ...row, heldBy }).length, 1, heldBy)
})
