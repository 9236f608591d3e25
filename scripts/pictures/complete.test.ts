/** The pictures in the documentation are of every page there is, and of no page that is gone. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { indexPage } from './index-page.ts'
import { pagePictures } from './pages.ts'
import { picturesFolder, sheetFile, singleFile } from './shots.ts'

/** They come with every copy of the history. */
const pictureBytesMax = 160_000
const allBytesMax = 8_000_000

const app = join(import.meta.dirname, '../../packages/desk/src/app')
const namedIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(join(app, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? '')

const pictured = new Set(pagePictures.map(({ route }) => route))
const files = pagePictures.flatMap((picture) => [singleFile(picture), sheetFile(picture)])

test('every route of the desk, and so every way of its menus, has its pictures', () => {
  const routes = namedIn('router.tsx', /path: '([^']+)'/g)
  const ways = namedIn('ways.ts', /linkOptions\(\{ to: '([^']+)'/g)
  assert.ok(routes.length > 40 && ways.length > 30, 'the routes and the ways were read')
  assert.deepEqual(
    [...routes, ...ways].filter((each) => !pictured.has(each)),
    [],
    'pages without a picture: add them to scripts/pictures/pages.ts, then run npm run pictures',
  )
  assert.deepEqual(
    [...pictured].filter((each) => !routes.includes(each)),
    [],
    'pictures of pages that are gone',
  )
})

test('each page has its two files, small enough, and no other lies beside them', () => {
  assert.equal(new Set(files).size, files.length, 'no name is used twice')
  const there = readdirSync(picturesFolder).filter((each) => each !== 'README.md')
  assert.deepEqual(there.toSorted(), files.toSorted())
  const sizes = there.map((each) => ({ each, bytes: statSync(join(picturesFolder, each)).size }))
  assert.deepEqual(
    sizes.filter(({ bytes }) => bytes > pictureBytesMax || bytes < 1000),
    [],
  )
  assert.ok(sizes.reduce((sum, { bytes }) => sum + bytes, 0) < allBytesMax)
})

test('the index is what the list of pages makes of it', () => {
  assert.equal(readFileSync(join(picturesFolder, 'README.md'), 'utf8'), indexPage())
})
