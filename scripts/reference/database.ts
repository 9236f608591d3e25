import type { Migration } from '../../packages/server/src/db/migrate.ts'
import { page, table } from './markdown.ts'

type Column = { name: string; type: string; about: string }
type Table = { name: string; about: string; columns: Column[] }

const tablePattern = /((?:^--.*\n)*)^create table (\w+) \(\n?([\s\S]*?)\);$/gm
const columnPattern = /^((?: *--.*\n)*) *([a-z_]\w*) ((?:timestamptz|double precision|[a-z]\w*)(?:\[\])?)/gm
/** Words that begin a constraint and not a column. */
const constraints = new Set(['unique', 'foreign', 'primary', 'check', 'constraint', 'references'])

/** Comment lines as one text. */
const aboutOf = (comments: string): string =>
  comments
    .split('\n')
    .map((line) => line.replace(/^ *-- ?/, ''))
    .join(' ')
    .trim()

const columnsOf = (body: string): Column[] =>
  [...body.matchAll(columnPattern)]
    .map(([, comments = '', name = '', type = '']) => ({ name, type, about: aboutOf(comments) }))
    .filter(({ name }) => !constraints.has(name))

/** The tables that the migrations make, with the comments that stand above them and their columns. */
export const tablesOf = (migrations: readonly Migration[]): Table[] =>
  migrations.flatMap(({ text }) => {
    const made = [...text.matchAll(tablePattern)].map(([, comments = '', name = '', body = '']) => ({
      name,
      about: aboutOf(comments),
      columns: columnsOf(body),
    }))
    return made
  })

/** Columns that later migrations add, by table. */
export const addedColumns = (migrations: readonly Migration[]): { table: string; column: Column }[] =>
  migrations.flatMap(({ text }) =>
    [...text.matchAll(/alter table (\w+)\s+add column (?:if not exists )?(\w+) ([a-z]\w*(?:\[\])?)/g)].map(
      ([, name = '', column = '', type = '']) => ({ table: name, column: { name: column, type, about: '' } }),
    ),
  )

const tableText = ({ name, about, columns }: Table): string => {
  const rows = columns.map((column) => [`\`${column.name}\``, column.type, column.about])
  return `## ${name}\n\n${about === '' ? '' : `${about}\n\n`}${table(['column', 'type', ''], rows)}`
}

/** The database's tables and columns, with what the migrations say of them. */
export const databasePage = (migrations: readonly Migration[]): string => {
  const added = addedColumns(migrations)
  const tables = tablesOf(migrations).map((each) => ({
    ...each,
    columns: [...each.columns, ...added.filter((one) => one.table === each.name).map((one) => one.column)],
  }))
  return page(
    'Tables of the database',
    'Made by the forward-only migrations in `packages/server/src/db/migrations`, whose comments these are. Which role may touch which table, and which rows it sees, is in `0007_locks.sql` and explained in [ADR 5](../adr/0005-roles-and-row-security.md).',
    ...tables.map(tableText),
  )
}
