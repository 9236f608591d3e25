/**
 * Takes the pictures of the documentation from a running demonstration: `npm run pictures -- http://127.0.0.1:4010`. The first
 * two stand in README. With `--all FOLDER` it takes every page of every kind of person at three sizes, light and dark, to look
 * at; that is too much to keep.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../test/support/browser.ts'

const kept = join(import.meta.dirname, '../docs/pictures')
/** The screen that the desk is made for first: what many agencies have. */
const laptop = { width: 1366, height: 768 }
const sizes = [laptop, { width: 2560, height: 1440 }, { width: 390, height: 844 }]
/** The demonstration is in the Midwest; its officer's clock is, too. */
const timezoneId = 'America/Chicago'
const people = [
  'Robin Sample',
  'Avery Placeholder',
  'Skyler Mockup',
  'Morgan Template',
  'Riley Facsimile',
  'Sasha Mockup',
]

const signIn = async (page: Page, address: string, name: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`Sign in as ${name}`) }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** A picture is taken when everything has come and the fonts are there. */
const take = async (page: Page, folder: string, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.screenshot({ path: join(folder, name) })
  console.log(join(folder, name))
}

const takeKept = async (browser: Browser, address: string): Promise<void> => {
  const page = await browser.newPage({ viewport: laptop, timezoneId, deviceScaleFactor: 1 })
  await signIn(page, address, 'Robin Sample')
  // The lane with most in it shows best what a queue is.
  await page.goto(`${address}/queue?lane=work`)
  await page.locator('a[href^="/tips/"]').nth(5).waitFor()
  await take(page, kept, 'queue.png')
  await page.getByRole('button', { name: 'Filters and plot' }).click()
  await page.getByRole('region', { name: 'Filters' }).getByRole('table').waitFor()
  await take(page, kept, 'queue-filters.png')
  await page.goto(`${address}/queue?lane=now`)
  await page.locator('a[href^="/tips/"]').first().click()
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  await take(page, kept, 'tip.png')
}

/** The ways that the person's own menus lead to, whatever pages there are; and the first tip. */
const waysOf = async (page: Page): Promise<string[]> => {
  const ways = await page
    .locator('.header a[href^="/"], .page-parts a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const tip = await page
    .locator('a[href^="/tips/"]')
    .first()
    .getAttribute('href', { timeout: 3000 })
    .catch(() => null)
  return [...new Set([...ways, ...(tip ? [tip] : [])])].filter((way) => way !== '/')
}

const takeAll = async (browser: Browser, address: string, folder: string): Promise<void> => {
  for (const name of people)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: laptop, timezoneId, colorScheme })
      await signIn(page, address, name)
      for (const way of await waysOf(page))
        for (const size of sizes) {
          await page.setViewportSize(size)
          await page.goto(`${address}${way}`)
          const slug = `${name.split(' ')[0]}${way.replaceAll(/[^a-z0-9]+/gi, '-')}-${size.width}-${colorScheme}.png`
          await take(page, folder, slug.toLowerCase())
        }
      await page.close()
    }
}

const closers: (() => Promise<void>)[] = []
try {
  const given = process.argv.slice(2)
  const address = given.find((each) => each.startsWith('http')) ?? 'http://127.0.0.1:4010'
  const all = given.indexOf('--all')
  const browser = await launchBrowser({ after: (close) => closers.push(close) })
  if (all < 0) {
    mkdirSync(kept, { recursive: true })
    await takeKept(browser, address)
  } else {
    const folder = given[all + 1] ?? 'pictures'
    mkdirSync(folder, { recursive: true })
    await takeAll(browser, address, folder)
  }
} finally {
  for (const close of closers) await close()
}
