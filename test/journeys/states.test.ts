/** Every page says in words that it waits, failed, got no answer, or is locked; and shows nothing as if it were so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 3)

/** What the frame of every page asks for, which has states of its own. */
const frame = /^\/api\/(session|own-settings|sign-in|demo\/people)$/

const problem = (code: string, status: number) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'synthetic-17' }),
})

/** What comes in place of each answer, and the words that must then stand on the page. */
const states = {
  loading: { say: async () => undefined, words: /Loading…|Counting|Looking/i },
  failed: {
    say: (route: Route) => route.fulfill(problem('server-error', 500)),
    words: /Something failed on the server/,
  },
  'without an answer': {
    say: (route: Route) => route.abort(),
    words: /There is no answer from the server/,
  },
} as const

/** The desk asks again before it says that there is no answer. */
const patienceMs = 20_000

/** Pages at once: what each waits for is not the machine. */
const tabs = 2

const waysOf = async (page: Page): Promise<string[]> => {
  const ways = await page
    .locator('.header a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(ways)].filter((way) => way !== '/')
}

/** Looks at one page in one state; nothing where the page asks the server for nothing. */
const look = async (context: BrowserContext, way: string, state: keyof typeof states): Promise<string[]> => {
  const page = await context.newPage()
  let asked = 0
  await page.route('**/api/**', (route) => {
    if (frame.test(new URL(route.request().url()).pathname)) return route.continue()
    asked += 1
    return states[state].say(route)
  })
  await page.goto(`${server.address}${way}`)
  const main = page.locator('main')
  await main.locator('h1').first().waitFor()
  // What stands there to be read: an element that is hidden tells nobody.
  let words = ''
  for (const until = Date.now() + patienceMs; Date.now() < until; await delay(100)) {
    words = await main.innerText()
    if (states[state].words.test(words)) break
  }
  await page.close()
  if (asked === 0 || states[state].words.test(words)) return []
  return [`${way}, ${state}: ${words.slice(0, 200)}`]
}

/** A page that two people have is looked at once. */
const seen = new Set<string>()
for (const [name, from] of [
  ['Robin Sample', '/queue'],
  ['Morgan Template', '/clearinghouse'],
] as const)
  test(`every page of ${name} has words for each state`, async (t) => {
    const browser = await launchBrowser(t)
    const context = await browser.newContext()
    const page = await context.newPage()
    await signInAs(page, server.address, name)
    await page.waitForURL(new RegExp(from))
    const all = await waysOf(page)
    assert.ok(all.length > 5, all.join(' '))
    const ways = all.filter((way) => !seen.has(way))
    for (const way of ways) seen.add(way)
    const looks = ways.flatMap((way) =>
      (Object.keys(states) as (keyof typeof states)[]).map((state) => () => look(context, way, state)),
    )
    const faults: string[] = []
    await Promise.all(
      Array.from({ length: tabs }, async () => {
        for (let next = looks.pop(); next; next = looks.pop()) faults.push(...(await next()))
      }),
    )
    assert.deepEqual(faults, [])
  })

test('a page whose script does not come says so and offers to load the desk anew', async (t) => {
  const browser = await launchBrowser(t)
  const page = await browser.newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  // The desk was built anew on the server: the names of yesterday's files are gone.
  await page.route('**/assets/LawPage*.js', (route) => route.fulfill({ status: 404, body: '' }))
  await page.goto(`${server.address}/queue`)
  await page.getByRole('button', { name: /Robin Sample/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Law')
  await page.keyboard.press('Enter')
  await page.getByText('This page could not be fetched.').waitFor()
  await page.unroute('**/assets/LawPage*.js')
  await page.getByRole('button', { name: 'Load the desk anew' }).click()
  await page.locator('main h1').waitFor()
})

test('a locked desk shows nothing of any page, also when it is loaded anew', async (t) => {
  const browser = await launchBrowser(t)
  const page = await browser.newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.locator('[data-tip]').first().waitFor()
  await page.getByRole('button', { name: /Robin Sample/ }).click()
  await page.getByRole('button', { name: 'Lock the desk' }).click()
  for (const way of ['', '/clocks', '/statistics']) {
    if (way) await page.goto(`${server.address}${way}`)
    await page.getByRole('dialog').getByRole('heading').waitFor()
    assert.equal(await page.locator('main').isVisible(), false, way)
  }
})
