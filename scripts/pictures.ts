/**
 * Takes the pictures of the documentation from a running demonstration:
 * `npm run pictures -- http://127.0.0.1:4010`
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/support/browser.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
/** The screen that the desk is made for first: what many agencies have. */
const viewport = { width: 1366, height: 768 }
/** The demonstration is in the Midwest; its officer's clock is, too. */
const timezoneId = 'America/Chicago'

const signIn = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: /Sign in as Robin Sample/ }).click()
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.locator('a[href^="/tips/"]').first().waitFor()
}

/** A picture is taken when everything has come and the fonts are there. */
const take = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.screenshot({ path: join(folder, name) })
  console.log(`docs/pictures/${name}`)
}

const closers: (() => Promise<void>)[] = []
try {
  const address = process.argv[2] ?? 'http://127.0.0.1:4010'
  const browser = await launchBrowser({ after: (close) => closers.push(close) })
  const page = await browser.newPage({ viewport, timezoneId, deviceScaleFactor: 1 })
  mkdirSync(folder, { recursive: true })
  await signIn(page, address)
  // The lane with most in it shows best what a queue is.
  await page.getByRole('link', { name: /^Work/ }).click()
  await page.locator('a[href^="/tips/"]').nth(5).waitFor()
  await take(page, 'queue.png')
  await page.getByRole('link', { name: /^Now/ }).click()
  await page.getByText('Look at these first').waitFor()
  await page.locator('a[href^="/tips/"]').first().click()
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  await take(page, 'tip.png')
} finally {
  for (const close of closers) await close()
}
