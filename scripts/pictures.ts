/**
 * Takes the pictures of the documentation: `npm run pictures`. It starts a demonstration of its own, works a day in it, and takes
 * every page at three sizes, light and dark, into `docs/pictures`, with an index. Some eight minutes on two cores.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../test/support/browser.ts'
import { ensureDesk } from './build-desk.mjs'
import { optionsOf } from './options.ts'
import { workTheDay, type World } from './pictures/day.ts'
import { startDemonstration } from './pictures/demonstration.ts'
import { indexPage } from './pictures/index-page.ts'
import { type PagePicture, pagePictures, type Who } from './pictures/pages.ts'
import { contactSheet, singlePicture } from './pictures/sheet.ts'
import { picturesFolder, schemes, sheetFile, sizes, singleFile, type Shot } from './pictures/shots.ts'

/** The demonstration is in the Midwest; its officer's clock is, too. */
const timezoneId = 'America/Chicago'

const usage = `npm run pictures -- [--at URL] [--only WORDS] [--look FOLDER] [--spanish]

  --at URL       of a demonstration that runs, whose day is worked too (once)
  --only WORDS   pages whose name has one of these, comma between; the index stays as it is
  --look FOLDER  the whole pages, unscaled, into a folder to look at, and nothing into docs
  --spanish      in Spanish; with --look`

const values = optionsOf(usage, {
  at: { type: 'string' },
  only: { type: 'string' },
  look: { type: 'string' },
  spanish: { type: 'boolean' },
})
const say = (what: string): void => void process.stderr.write(`${what}\n`)

/** A browser of each person's own, in each scheme; signed in once. */
const openContexts = (browser: Browser, address: string) => {
  const known = new Map<string, BrowserContext>()
  return async (who: Who | null, colorScheme: (typeof schemes)[number]): Promise<BrowserContext> => {
    const key = `${who} ${colorScheme}`
    const open = known.get(key)
    if (open) return open
    const context = await browser.newContext({
      timezoneId,
      colorScheme,
      reducedMotion: 'reduce',
      locale: values.spanish ? 'es-US' : 'en-US',
    })
    known.set(key, context)
    if (who) {
      const page = await context.newPage()
      await page.goto(address)
      await page.getByRole('button', { name: new RegExp(` ${who}`) }).click()
      await page.locator('.header nav').waitFor()
      await page.close()
    }
    return context
  }
}

/** A picture is taken when everything has come and the fonts are there. */
const settle = async (page: Page): Promise<void> => {
  await page.locator('main h1:visible, dialog h1:visible, dialog h2:visible').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => true))
}

const takePage = async (
  page: Page,
  picture: PagePicture,
  address: string,
  world: World,
  scheme: Shot['scheme'],
): Promise<Shot[]> => {
  const shots: Shot[] = []
  const way = `${address}${picture.at?.(world) ?? picture.route}`
  for (const [index, size] of sizes.entries()) {
    await page.setViewportSize(size)
    if (index === 0 || !picture.stays) {
      await page.goto(way)
      await settle(page)
      await picture.first?.(page, world)
    }
    await settle(page)
    shots.push({ scheme, size, png: await page.screenshot({ fullPage: values.look !== undefined }) })
  }
  return shots
}

const keep = async (picture: PagePicture, shots: readonly Shot[]): Promise<void> => {
  if (values.look === undefined) {
    await writeFile(join(picturesFolder, singleFile(picture)), await singlePicture(shots))
    await writeFile(join(picturesFolder, sheetFile(picture)), await contactSheet(shots))
    return
  }
  for (const { scheme, size, png } of shots)
    await writeFile(join(values.look, `${picture.name}-${size.width}-${scheme}.png`), png)
}

const takeAll = async (browser: Browser, address: string, wanted: readonly PagePicture[]): Promise<void> => {
  const world = await workTheDay(address, say)
  const contextOf = openContexts(browser, address)
  for (const [index, picture] of wanted.entries()) {
    say(`${index + 1} of ${wanted.length}: ${picture.name}`)
    try {
      const shots = await Promise.all(
        schemes.map(async (scheme) => {
          const page = await (await contextOf(picture.who, scheme)).newPage()
          const taken = await takePage(page, picture, address, world, scheme)
          await page.close()
          return taken
        }),
      )
      await keep(picture, shots.flat())
    } catch (error) {
      // One page that cannot be taken keeps nobody from the others; it is told, and the command has failed.
      say(`${picture.name} was not taken: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
}

const fault = ensureDesk(say)
if (fault) throw new Error(fault)
const only = values.only?.split(',')
const wanted = pagePictures.filter(({ name }) => !only || only.some((word) => name.includes(word)))
await mkdir(values.look ?? picturesFolder, { recursive: true })
const closers: (() => Promise<void>)[] = []
try {
  const demonstration = values.at ? undefined : await startDemonstration(say)
  if (demonstration) closers.push(demonstration.stop)
  const browser = await launchBrowser({ after: (close) => closers.push(close) })
  await takeAll(browser, values.at ?? demonstration?.address ?? '', wanted)
  if (!only && values.look === undefined) await writeFile(join(picturesFolder, 'README.md'), indexPage())
} finally {
  for (const close of closers.toReversed()) await close()
}
