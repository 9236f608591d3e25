import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { page, table } from './markdown.ts'

const root = join(import.meta.dirname, '../..')

export type Limit = { name: string; value: string; why: string; file: string }

/** A named limit: the comment above it, and a constant whose name ends in what it bounds and whose value is a number. */
const form =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\n(?:export )?const (\w+(?:Max|MaxMs|MsMax|PauseMs|TimeoutMs|UsualMax|MaxUsual)) = ([\d_]+(?: \* [\d_]+)*)\n/g

/** The limits of one source text. */
export const limitsOf = (text: string, file: string): Limit[] =>
  [...text.matchAll(form)].map(([, comment = '', name = '', value = '']) => ({
    name,
    value: value.replaceAll('_', ',').replaceAll(' * ', ' × '),
    why: comment
      .replaceAll(/^\s*\*\s?/gm, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    file,
  }))

const isSource = (name: string): boolean =>
  /\.tsx?$/.test(name) && !/\.(test|fixture|d)\.tsx?$|test-support/.test(name)

/** Every limit that the packages name, by file. */
export const allLimits = (): Limit[] =>
  ['contract', 'domain', 'formats', 'ledger', 'vault', 'server', 'client'].flatMap((name) => {
    const folder = join(root, 'packages', name, 'src')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .toSorted()
      .flatMap((file) => {
        const path = join(folder, file)
        return limitsOf(readFileSync(path, 'utf8'), relative(root, path).replaceAll('\\', '/'))
      })
  })

/** What is bounded, by how much, and why: read from the sources themselves. */
export const limitsPage = (): string =>
  page(
    'Limits',
    'Every named limit with its value and its reason, as they stand in the sources. A name ends in its unit and `Max`. What is over a limit is refused in words (HTTP 400, 413 or 429; a code of the Reporting API), or cut and said to be. Limits that are settings are in [Settings](settings.md); those of the Reporting API’s own documents are in [Reporting API](reporting-api.md).',
    table(
      ['limit', 'value', 'what, and why', 'in'],
      allLimits().map(({ name, value, why, file }) => [`\`${name}\``, value, why, `\`${file}\``]),
    ),
  )
