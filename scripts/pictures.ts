/**
 * Takes the pictures of the documentation. `npm run pictures` starts a demonstration of its own, takes those that stand in the
 * README and every page of every kind of person at three sizes, light and dark, and writes an index of them. Given an address
 * it uses the demonstration that runs there; `--readme` takes the first three alone.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../test/support/browser.ts'

const kept = join(import.meta.dirname, '../docs/pictures')
const pages = join(kept, 'pages')
/** The screen that the desk is made for first: what many agencies have. */
const laptop = { width: 1366, height: 768 }
const sizes = [laptop, { width: 2560, height: 1440 }, { width: 390, height: 844 }]
const schemes = ['light', 'dark'] as const
/** The demonstration is in the Midwest; its officer's clock is, too. */
const timezoneId = 'America/Chicago'
/** Small enough to be kept beside the text, and the words can still be read. */
const webpQuality = 55
/** Wide pictures are kept at half their width: they show how a page fills a large screen, not its words. */
const keptWidthMax = 1600

type Running = { address: string; stop: () => Promise<void> }

/** A demonstration of its own on a free port, in a folder that goes with it. */
const startDemonstration = async (): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'tipline-pictures-'))
  const main = join(import.meta.dirname, '../packages/cli/src/main.ts')
  const child = spawn(
    process.execPath,
    [main, 'start', '--port', '4179', '--data', join(folder, 'data'), '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: await addressOf(child), stop }
}

/** What the demonstration says when its caseload is there. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece
      const found = /"address":\s*"([^"]+)"/.exec(text)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`The demonstration ended with ${code}`)))
  })

const signIn = async (page: Page, address: string, name: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`Sign in as ${name}`) }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Everybody whom the demonstration has, in its own order. */
const peopleOf = async (browser: Browser, address: string): Promise<string[]> => {
  const page = await browser.newPage()
  await page.goto(address)
  const buttons = page.locator('.person-name')
  await buttons.first().waitFor()
  const names = await buttons.allTextContents()
  await page.close()
  return names.flatMap((name) => /^Sign in as (.+)$/.exec(name)?.[1] ?? [])
}

/** Everything has come, and the fonts are there. */
const ready = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => true))
}

/** A PNG of few colours: a page of text needs no more. */
const takePng = async (page: Page, name: string): Promise<void> => {
  await ready(page)
  const file = join(kept, name)
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(file)
  console.log(file)
}

const takeReadme = async (browser: Browser, address: string): Promise<void> => {
  const page = await browser.newPage({ viewport: laptop, timezoneId, deviceScaleFactor: 1 })
  await signIn(page, address, 'Robin Sample')
  // The lane with most in it shows best what a queue is.
  await page.goto(`${address}/queue?lane=work`)
  await page.locator('a[href^="/tips/"]').nth(5).waitFor()
  await takePng(page, 'queue.png')
  await page.getByRole('button', { name: 'Filters and plot' }).click()
  await page.getByRole('region', { name: 'Filters' }).getByRole('table').waitFor()
  await takePng(page, 'queue-filters.png')
  await page.goto(`${address}/queue?lane=now`)
  await page.locator('a[href^="/tips/"]').first().click()
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  await takePng(page, 'tip.png')
  await page.close()
}

/** Pages of one thing, each reached by the first link of its kind on a list. */
const things: [list: string, link: string][] = [
  ['/queue?lane=work', '/tips/'],
  ['/bundles', '/bundles/'],
  ['/policies', '/policies/'],
  ['/cases', '/cases/'],
  ['/checklists', '/checklists/'],
]

/** The ways that the person's own menus lead to, whatever pages there are; and a thing of each kind. */
const waysOf = async (page: Page, address: string): Promise<string[]> => {
  const ways = await page
    .locator('.header a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found: string[] = []
  for (const [list, link] of things) {
    if (!ways.some((way) => way.split('?')[0] === list.split('?')[0])) continue
    await page.goto(`${address}${list}`)
    await ready(page)
    const first = page.locator(`main a[href^="${link}"]`).first()
    if ((await first.count()) > 0) found.push((await first.getAttribute('href')) ?? '')
  }
  return [...new Set([...ways, ...found])].filter((way) => way !== '/' && way !== '')
}

/** `/tips/17?lane=work` is one of many: its page is `tips-one`. */
const slugOf = (way: string): string =>
  (way.split('?')[0] ?? '')
    .split('/')
    .filter((part) => part !== '')
    .map((part, at) => (at > 0 && /\d|-/.test(part) ? 'one' : part))
    .join('-')

type Taken = { slug: string; title: string; by: string }

/** Every page once, by the first person who has it. */
const takeAll = async (browser: Browser, address: string): Promise<Taken[]> => {
  const taken: Taken[] = []
  rmSync(pages, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  for (const name of await peopleOf(browser, address)) {
    const page = await browser.newPage({ viewport: laptop, timezoneId })
    await signIn(page, address, name)
    for (const way of await waysOf(page, address)) {
      const slug = slugOf(way)
      if (taken.some((each) => each.slug === slug)) continue
      taken.push({ slug, title: await takePage(page, `${address}${way}`, slug), by: name })
    }
    await page.close()
  }
  return taken
}

/** One page at every size and in both schemes. Gives its heading. */
const takePage = async (page: Page, url: string, slug: string): Promise<string> => {
  for (const size of sizes)
    for (const colorScheme of schemes) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.goto(url)
      await ready(page)
      const file = join(pages, `${slug}-${size.width}-${colorScheme}.webp`)
      await sharp(await page.screenshot())
        .resize({ width: keptWidthMax, withoutEnlargement: true })
        .webp({ quality: webpQuality })
        .toFile(file)
      console.log(file)
    }
  return page
    .locator('main h1')
    .first()
    .innerText()
    .catch(() => slug)
}

/** A page that shows them all. */
const indexOf = (taken: readonly Taken[]): string => `# Every page, as it is

Taken by \`npm run pictures\` from the demonstration, in which everything is invented. Each page at 1366x768 (the screen that it is made
for first), 2560x1440 and 390x844, light and dark.

${taken
  .map(
    ({ slug, title, by }) => `## ${title.replaceAll(/\s+/g, ' ')}

As ${by} sees it: ${sizes
      .flatMap(({ width }) =>
        schemes.map((scheme) => `[${width} ${scheme}](pages/${slug}-${width}-${scheme}.webp)`),
      )
      .join(' · ')}

![${title.replaceAll(/\s+/g, ' ')}](pages/${slug}-${laptop.width}-light.webp)
`,
  )
  .join('\n')}`

const closers: (() => Promise<void>)[] = []
try {
  const given = process.argv.slice(2)
  const running = given.find((each) => each.startsWith('http'))
  const demonstration = running ? undefined : await startDemonstration()
  if (demonstration) closers.push(demonstration.stop)
  const address = running ?? demonstration?.address ?? ''
  const browser = await launchBrowser({ after: (close) => closers.unshift(close) })
  mkdirSync(kept, { recursive: true })
  await takeReadme(browser, address)
  if (!given.includes('--readme'))
    writeFileSync(join(kept, 'README.md'), indexOf(await takeAll(browser, address)))
} finally {
  for (const close of closers) await close()
}
