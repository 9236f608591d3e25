/** Every page for somebody who enlarges it, has a narrow screen, sees in forced colours, wants no motion, or prints it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { parse } from 'yaml'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, goTo, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 3)

const laptop = { width: 1366, height: 768 }
/** 1366 pixels at 200 % (WCAG 1.4.4), and 320 (WCAG 1.4.10). */
const narrow = [
  { width: 683, height: 384 },
  { width: 320, height: 640 },
]

/** What the person's own menus lead to, and a tip. */
const waysOf = async (page: Page): Promise<string[]> => {
  const links = page.locator('.header a[href^="/"], main a[href^="/tips/"]')
  const ways = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  const tip = ways.find((way) => way.startsWith('/tips/'))
  const own = ways.filter((way) => way !== '/' && !way.startsWith('/tips/'))
  const bundles = page.url().includes('/queue') ? ['/queue?lane=bundles'] : []
  return [...new Set([...own, ...bundles, ...(tip ? [tip] : [])])]
}

/** Parts that something moves for more than an instant. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((each) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(each)
      const longest = Math.max(
        ...`${animationName === 'none' ? '0s' : animationDuration},${transitionDuration}`
          .split(',')
          .map(Number.parseFloat),
      )
      return longest > 0.01 ? [each.className.toString() || each.tagName] : []
    }),
  )

/** Buttons, links and fields that a screen reader would call nothing. */
const nameless = async (page: Page): Promise<number> =>
  (await page.getByRole('button', { name: /^$/ }).count()) +
  (await page.getByRole('link', { name: /^$/ }).count()) +
  (await page.getByRole('textbox', { name: /^$/ }).count())

const lookAt = async (page: Page, way: string): Promise<void> => {
  await page.setViewportSize(laptop)
  await goTo(page, way)
  assert.equal(await nameless(page), 0, `${way}: something has no name`)
  assert.deepEqual(await moving(page), [], `${way}: something moves`)
  // Forced colours are the person's own choice, and axe reads the page's instead.
  await axeClean(page, `${way} in forced colours`, ['color-contrast'])
  for (const size of narrow) {
    await page.setViewportSize(size)
    await fitsSideways(page, `${way} at ${size.width}`)
  }
  await page.setViewportSize(laptop)
  await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' })
  assert.equal(await page.locator('header.header').isVisible(), false, `${way}: the ways are printed`)
  assert.ok((await page.pdf()).length > 5_000, `${way}: nothing is printed`)
  const printed = page.locator('.printed-by')
  assert.match(await printed.innerText(), /Printed by .+ \d{4}/, `${way}: who printed it and when`)
  await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce', forcedColors: 'active' })
}

/** Two at a time: each waits for the server more than for the machine. A page that two have is looked at once. */
describe('every page', { concurrency: 2 }, () => {
  const seen = new Set<string>()
  for (const name of ['Robin Sample', 'Avery Placeholder', 'Morgan Template'])
    test(`every page of ${name} bears enlarging, narrow screens, forced colours, no motion and paper`, async (t) => {
      const browser = await openBrowser(t)
      const page = await browser.newPage({
        viewport: laptop,
        reducedMotion: 'reduce',
        forcedColors: 'active',
      })
      await signInAs(page, server.address, name)
      await page.locator('main h1').first().waitFor()
      await settled(page)
      const ways = await waysOf(page)
      for (const way of ways.filter((each) => !seen.has(each))) {
        seen.add(way)
        await lookAt(page, way)
      }
    })
})

/** What the pack, the policies and the templates say in English: each string long enough to be nobody else's. */
const issuedWords = (): string[] => {
  const data = join(import.meta.dirname, '../../data')
  const files = ['law', 'policies', 'documents'].flatMap((folder) =>
    readdirSync(join(data, folder)).map((file) => join(data, folder, file)),
  )
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, each]) => (key === 'es' ? [] : strings(each)))
        : []
  return files
    .flatMap((file) => strings(parse(readFileSync(file, 'utf8'))))
    .filter((text) => text.length >= 15 && /\b(?:the|of|a|is|are|to|and|for)\b/.test(text))
}

/** The texts of a page that are among these words: how many there are, and those whose language is not said to be English. */
const inEnglish = (page: Page, words: string[]): Promise<{ count: number; unmarked: string[] }> =>
  page.evaluate((issued) => {
    const all = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    const unmarked: string[] = []
    let count = 0
    for (let node = all.nextNode(); node; node = all.nextNode()) {
      const text = node.textContent ?? ''
      if (!issued.some((each) => text.includes(each))) continue
      count += 1
      if (node.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'en') unmarked.push(text)
    }
    return { count, unmarked }
  }, words)

test('on a Spanish page what an issuer wrote in English says that it is English, and the page says so once', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: laptop, reducedMotion: 'reduce' })
  await signInAs(page, server.address, 'Avery Placeholder')
  await page.locator('main h1').first().waitFor()
  await settled(page)
  await page.evaluate(() => localStorage.setItem('tipline.language', 'es'))
  const words = issuedWords()
  await page.goto(`${server.address}/queue?lane=work`)
  await page.locator('main [data-tip]').first().waitFor()
  const tipId = await page.locator('main [data-tip]').first().getAttribute('data-tip')
  const ways = [
    '/law',
    '/policies',
    '/document-templates',
    '/checklists',
    '/queue?lane=work',
    `/tips/${tipId}`,
  ]
  for (const way of ways) {
    await goTo(page, way)
    assert.equal(await page.locator('html').getAttribute('lang'), 'es')
    const { count, unmarked } = await inEnglish(page, words)
    assert.ok(count > 0, `${way}: nothing of an issuer's is shown`)
    assert.deepEqual(unmarked, [], way)
  }
  await page.locator('.as-written-note').waitFor()
  assert.equal(await page.locator('.as-written-note').count(), 1)
  await axeClean(page, 'a tip in Spanish')
})
