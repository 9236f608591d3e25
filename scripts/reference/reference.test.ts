import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMigrations } from '../../packages/server/src/db/migrate.ts'
import { addedColumns, tablesOf } from './database.ts'
import { table } from './markdown.ts'
import { referencePages } from './pages.ts'
import { settings, testSettings } from './settings.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/reference')

test('docs/reference is what the code says today', async () => {
  const pages = await referencePages()
  assert.deepEqual(readdirSync(folder).toSorted(), Object.keys(pages).toSorted())
  for (const [name, text] of Object.entries(pages))
    assert.equal(readFileSync(join(folder, name), 'utf8'), text, `${name} is old: run npm run reference`)
})

/** The names of the environment variables that files read. */
const variablesIn = (pattern: string): string[] => {
  const files = globSync(pattern, { cwd: root }).filter(
    (file) => !/^scripts\/reference\/|node_modules|\.test\.|\.fixture\./.test(file),
  )
  const named = /\benv\.((?:TIPLINE_|DATABASE_)[A-Z_]+)/g
  const all = files.flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(named)])
  return [...new Set(all.map(([, name = '']) => name))].toSorted()
}

test('every environment variable that the program reads is in the reference, and no other', () => {
  const read = variablesIn('packages/*/{src,bin}/**/*.{ts,tsx,mjs}')
  assert.deepEqual(read, Object.keys(settings).toSorted())
})

test('every variable of the tests that the reference names is read', () => {
  const texts = globSync('{scripts,test}/**/*.ts', { cwd: root })
    .filter((file) => !file.startsWith('scripts/reference/'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
  const missing = Object.keys(testSettings).filter((name) => !texts.some((text) => text.includes(name)))
  assert.deepEqual(missing, [])
})

test('the page of the database has every table that a migration makes, with its columns', async () => {
  const migrations = await readMigrations()
  const all = migrations.map(({ text }) => text).join('\n')
  const named = [...all.matchAll(/create table (\w+)/g)].map((match) => match[1])
  const tables = tablesOf(migrations)
  assert.deepEqual(
    tables.map(({ name }) => name),
    named,
  )
  const tip = tables.find(({ name }) => name === 'tip')
  assert.equal(tip?.columns.find(({ name }) => name === 'withdrawn_at')?.type, 'timestamptz')
  assert.ok(tip?.about.includes('made available'))
  assert.ok(tables.every(({ columns }) => columns.length > 0))
})

test('a column that a later migration adds is found', () => {
  const text = 'alter table tip add column weight int not null default 0;'
  assert.deepEqual(addedColumns([{ name: '', text, sha256: '' }]), [
    { table: 'tip', column: { name: 'weight', type: 'int', about: '' } },
  ])
})

test('a bar or a line break does not break a table', () => {
  assert.equal(table(['a'], [['x | y\nz']]), '| a |\n| --- |\n| x \\| y z |')
})
