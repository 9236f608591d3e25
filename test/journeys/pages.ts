/** What every journey does with pages: sign in, and look at them as assistive technology does. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: { target: unknown[] }[] }

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it stands, by the rules that are not left out. */
export const axeClean = async (page: Page, where: string, without: readonly string[] = []): Promise<void> => {
  // Evaluated by the driver, not as a script of the page: the page's own policy forbids that, rightly.
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async (rulesLeftOut): Promise<Violation[]> => {
    const axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> } = Reflect.get(
      globalThis,
      'axe',
    )
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: Object.fromEntries(rulesLeftOut.map((rule) => [rule, { enabled: false }])),
    })
    return found.violations
  }, without)
  const told = violations.map(
    (each) => `${each.id}: ${each.help} (${each.nodes.map((node) => node.target.join(' ')).join(', ')})`,
  )
  assert.deepEqual(told, [], where)
}

export const signInAs = async (page: Page, address: string, name: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`Sign in as ${name}`) }).click()
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

/** Opens the tip that stands first in the first lane that has one, and gives its id. */
export const openTopTip = async (page: Page, address: string): Promise<string> => {
  for (const lane of ['now', 'work', 'enrich', 'informational']) {
    await page.goto(`${address}/queue?lane=${lane}`)
    await page.waitForLoadState('networkidle')
    const link = page.locator('a[href*="/tips/"]').first()
    if ((await link.count()) === 0) continue
    await link.click()
    await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
    return /tips\/(\d+)/.exec(page.url())?.[1] ?? ''
  }
  throw new Error('no lane of the queue has a tip')
}
