/** The guide "Start a shift", as somebody does it. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { refusalListsEs } from '../../packages/domain/src/words/refusals/refusalEs.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 9)
const dist = join(import.meta.dirname, '../../packages/desk/dist')

/** Script of the first page at most, gzipped: what an agency's slow line carries before the first row. */
const scriptBytesMax = 250_000
const laptop = { width: 1366, height: 768 }

test('a shift starts with the view that was saved for it, by keyboard, and what is chosen is what is exported', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: laptop })
  const noStrangers = onlyFrom(page, server.address)
  const noErrors = nothingBroke(page)
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/queue?lane=work`)
  await page.locator('[data-tip]').first().waitFor()

  // The filters, opened and chosen by keyboard.
  await page.getByRole('button', { name: 'Filters and plot' }).press('Enter')
  const panel = page.getByRole('region', { name: 'Filters' })
  await panel
    .getByRole('button', { name: /^Risk .* [1-9]\d* tips?$/ })
    .first()
    .waitFor()
  await axeClean(page, 'the filters')
  await fitsSideways(page, 'the filters at 1366')
  const cell = panel.getByRole('button', { name: /^Risk .* [1-9]\d* tips?$/ }).first()
  const counted = Number(/(\d+) tips?$/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1])
  await cell.press('Enter')
  await page.getByRole('button', { name: /^Remove filter Scores/ }).waitFor()
  await page.getByText(`${counted} shown`).waitFor()

  // The view, saved and set to open the queue.
  await page.getByRole('button', { name: 'Views' }).press('Enter')
  await page.getByLabel('Save what is shown as').fill('My shift')
  await page.getByLabel('Save what is shown as').press('Enter')
  await page.getByRole('button', { name: 'Open my queue with “My shift”' }).press('Enter')
  await page.getByText('opens your queue').waitFor()
  await axeClean(page, 'the views')
  await page.keyboard.press('Escape')
  await page.goto(server.address)
  await page.getByRole('button', { name: /^Remove filter Scores/ }).waitFor()
  assert.match(page.url(), /lane=work/)
  assert.match(page.url(), /cells=\dx\d/)

  // Chosen by its key, exported, and the file has it alone.
  await page.locator('[data-tip]').first().focus()
  const tip = await page.locator('[data-tip]').first().getAttribute('data-tip')
  await page.keyboard.press('x')
  await page.getByText('1 tip chosen').waitFor()
  await axeClean(page, 'a tip chosen')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as CSV' }).press('Enter'),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  assert.equal(lines.length, 2)
  assert.equal(lines[1]?.split(',')[0]?.replaceAll('"', ''), tip)

  // Decided together: the tip is listed.
  await page.getByRole('button', { name: 'Decide this tip' }).press('Enter')
  await page.getByRole('dialog').getByText(`Tip ${tip}`).waitFor()
  await axeClean(page, 'deciding what is chosen')
  await page.keyboard.press('Escape')

  for (const width of [683, 320]) {
    await page.setViewportSize({ width, height: 640 })
    await fitsSideways(page, `the queue at ${width}`)
    await axeClean(page, `the queue at ${width}`)
  }
  noStrangers()
  noErrors()
})

/** Sentences that only a Spanish page needs, with no hole in them. */
const spanish = refusalListsEs
  .flatMap((list) => Object.values(list))
  .filter((sentence) => sentence.length > 30 && !sentence.includes('{'))

test('the script of the first page stays under its limit, and an English page fetches no Spanish sentences', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: laptop })
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
  })
  await signInAs(page, server.address, 'Robin Sample')
  await page.locator('[data-tip]').first().waitFor()
  const bytes = [...scripts].reduce((sum, path) => sum + statSync(join(dist, `${path}.gz`)).size, 0)
  assert.ok(scripts.size > 0 && bytes <= scriptBytesMax, `${bytes} bytes in ${scripts.size} scripts`)
  for (const path of scripts) {
    const script = readFileSync(join(dist, path), 'utf8')
    assert.equal(
      spanish.find((sentence) => script.includes(sentence)),
      undefined,
      path,
    )
  }
  t.diagnostic(`${bytes} bytes gzipped in ${scripts.size} scripts`)
})
