/** Every page for somebody who enlarges it, has a narrow screen, sees in forced colours, wants no motion, or prints it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
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
