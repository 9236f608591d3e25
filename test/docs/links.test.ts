import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

const pages = globSync('{*.md,docs/**/*.md,packages/*/README.md}', { cwd: root }).toSorted()

/** What a page links to within the project, without the part after `#`. */
const linksOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))

test('every link from one page to another leads somewhere', () => {
  assert.ok(pages.length > 20)
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  )
  assert.deepEqual(broken, [])
})

test('every source file that a page names is there', () => {
  const all = globSync('{packages,scripts,test,docs,data}/**/*.{ts,tsx,md,mjs,sql,yaml,csv}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
  })
  const isThere = (name: string): boolean => all.some((file) => file === name || file.endsWith(`/${name}`))
  const named = pages
    .filter((page) => !page.startsWith('packages/'))
    .flatMap((page) =>
      [
        ...readFileSync(join(root, page), 'utf8').matchAll(
          /`((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|tsx|mjs|sql|yaml|csv))`/g,
        ),
      ].map(([, name = '']) => ({ page, name })),
    )
  assert.ok(named.length > 40)
  const missing = named.filter(({ name }) => !isThere(name)).map(({ page, name }) => `${page}: ${name}`)
  assert.deepEqual(missing, [])
})
