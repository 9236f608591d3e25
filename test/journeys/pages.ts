/** What every journey does with pages: sign in, and look at them as assistive technology does. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page, Request } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: { target: unknown[] }[] }

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it stands, by the rules that are not left out. */
export const axeClean = async (page: Page, where: string, without: readonly string[] = []): Promise<void> => {
  // Evaluated by the driver, not as a script of the page: the page's own policy forbids that, rightly. Once for each load.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async (rulesLeftOut): Promise<Violation[]> => {
    const axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> } = Reflect.get(
      globalThis,
      'axe',
    )
    // What stays at the top of the window covers half of a button wherever somebody has scrolled to. From the top nothing is covered.
    const at = window.scrollY
    window.scrollTo({ top: 0, behavior: 'instant' })
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // Of what is in order only that it is: naming each of its elements takes longer than looking at them.
      resultTypes: ['violations'],
      rules: Object.fromEntries(rulesLeftOut.map((rule) => [rule, { enabled: false }])),
    })
    window.scrollTo({ top: at, behavior: 'instant' })
    return found.violations
  }, without)
  const told = violations.map(
    (each) => `${each.id}: ${each.help} (${each.nodes.map((node) => node.target.join(' ')).join(', ')})`,
  )
  assert.deepEqual(told, [], where)
}

/** What a page has asked for and has no answer to yet, and how much it ever asked for. */
type Asking = { open: Set<Request>; asked: number }
const watched = new WeakMap<Page, Asking>()

/** Begins to count what a page asks for: before it is loaded, so that nothing is missed. */
const watch = (page: Page): Asking => {
  const before = watched.get(page)
  if (before) return before
  const asking: Asking = { open: new Set(), asked: 0 }
  watched.set(page, asking)
  page.on('request', (request) => {
    asking.open.add(request)
    asking.asked += 1
  })
  page.on('requestfinished', (request) => asking.open.delete(request))
  page.on('requestfailed', (request) => asking.open.delete(request))
  return asking
}

/** Rounds in a row in which a page asked for nothing and drew what it had. */
const quietRounds = 3
const settleTimeoutMs = 30_000

/**
 * Waits until a page has every answer, has drawn it, and asks for nothing more. Each round ends when the page itself has time again,
 * so a busy machine makes the rounds longer and not fewer: a fixed silence of half a second would do neither.
 */
export const settled = async (page: Page): Promise<void> => {
  const asking = watch(page)
  const until = Date.now() + settleTimeoutMs
  for (let quiet = 0; quiet < quietRounds; ) {
    const before = asking.asked
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1_000 })),
          )
        }),
    )
    quiet = asking.open.size === 0 && asking.asked === before ? quiet + 1 : 0
    if (Date.now() > until)
      throw new Error(`The page still waits for ${[...asking.open].map((each) => each.url()).join(', ')}`)
  }
}

/** Goes to another page of the desk as a link does, without loading the desk anew. */
export const goTo = async (page: Page, way: string): Promise<void> => {
  // What is on its way to another address, as the desk is after a sign-in, would take it back.
  await settled(page)
  await page.evaluate((to) => window.history.pushState(null, '', to), way)
  await page.locator('main h1').first().waitFor()
  await settled(page)
}

export const signInAs = async (page: Page, address: string, name: string): Promise<void> => {
  watch(page)
  await page.goto(address)
  const button = page.getByRole('button', { name: new RegExp(`Sign in as ${name}`) })
  await button.click()
  await button.waitFor({ state: 'detached' })
}

/** The page does not scroll sideways. */
export const fitsSideways = async (page: Page, where: string): Promise<void> => {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(over <= 0, `${where} is ${over} pixels wider than the window`)
}

/** Everything the page asked for came from the server itself. */
export const onlyFrom = (page: Page, address: string): (() => void) => {
  const strangers: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
      strangers.push(request.url())
  })
  return () => assert.deepEqual(strangers, [])
}

/** Nothing broke in the page: no uncaught error, nothing the content policy had to stop. */
export const nothingBroke = (page: Page): (() => void) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // Being told "sign in first" is how the page learns that nobody is signed in.
    if (message.type() === 'error' && !/401/.test(message.text())) errors.push(message.text())
  })
  return () => assert.deepEqual(errors, [])
}

/** Opens the tip that stands first in the first lane that has one, and gives its id. The desk is open on the page. */
export const openTopTip = async (page: Page): Promise<string> => {
  for (const lane of ['now', 'work', 'enrich', 'informational']) {
    await goTo(page, `/queue?lane=${lane}`)
    // A row of the list: the bar of what was decided last has links to tips too.
    const link = page.locator('main [data-tip]').first()
    if ((await link.count()) === 0) continue
    await link.click()
    await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
    return /tips\/(\d+)/.exec(page.url())?.[1] ?? ''
  }
  throw new Error('no lane of the queue has a tip')
}
