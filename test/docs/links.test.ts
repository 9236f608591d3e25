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

test('the files and folders that the pages of the architecture name are there', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const named = [...text.matchAll(/`((?:\w[\w-]*\/)*\w[\w-]*\.(?:ts|tsx|md))`/g)].map(([, name = '']) => name)
  const all = globSync('{packages,scripts,test,docs}/**/*.{ts,tsx,md}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
  })
  assert.ok(named.length > 20)
  const missing = named.filter((name) => !all.some((file) => file === name || file.endsWith(`/${name}`)))
  assert.deepEqual(missing, [])
})
