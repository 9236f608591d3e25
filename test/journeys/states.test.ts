/** Every page says in words that it waits, failed, got no answer, or is locked; and shows nothing as if it were so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, signInAs } from './pages.ts'

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

/** The desk asks again before it says that there is no answer: this long, by its own clock, which is put forward. */
const asksAgainMs = 2_000
const patienceMs = 20_000
/** Among others a page is given less: what it then lacks it is asked for once more by itself. */
const firstPatienceMs = 5_000

const waysOf = async (page: Page): Promise<string[]> => {
  const ways = await page
    .locator('.header a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(ways)].filter((way) => way !== '/')
}

/** Counts in the page itself what it asks for, frame aside: an interception tells it too late to say which page it was. */
const countAsked = async (page: Page): Promise<void> => {
  await page.addInitScript((ofFrame) => {
    const before = window.fetch
    window.fetch = (input, init) => {
      const { pathname } = new URL(String(input instanceof Request ? input.url : input), location.href)
      const root = document.documentElement
      if (pathname.startsWith('/api/') && !new RegExp(ofFrame).test(pathname))
        root.setAttribute('data-asked', pathname)
      return before(input, init)
    }
  }, frame.source)
}
/** What the page asked for last, or null. */
const hasAsked = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-asked')

/** Goes to another page as a link does, and waits until the head of the one before is gone. */
const goOn = async (page: Page, way: string): Promise<void> => {
  await page.evaluate((to) => {
    document.documentElement.removeAttribute('data-asked')
    for (const head of document.querySelectorAll('main h1')) head.setAttribute('data-before', '')
    window.history.pushState(null, '', to)
  }, way)
  await page.locator('main h1:not([data-before])').first().waitFor()
}

/** Two frames: what a page asks for when it begins is asked for by then. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

type State = keyof typeof states

/** A page whose every answer is that of the state, frame aside. */
const pageIn = async (context: BrowserContext, state: State, way: string): Promise<Page> => {
  const page = await context.newPage()
  await page.clock.install()
  await countAsked(page)
  await page.route('**/api/**', (route) =>
    frame.test(new URL(route.request().url()).pathname) ? route.continue() : states[state].say(route),
  )
  await page.goto(`${server.address}${way}`)
  await page.locator('main h1').first().waitFor()
  return page
}

/** What is wrong with the page as it stands, once it had the time to say its words: null where it has them, or asks for nothing. */
const faultOf = async (page: Page, state: State, forMs: number): Promise<string | null> => {
  // What stands there to be read: an element that is hidden tells nobody.
  let words = ''
  for (const until = Date.now() + forMs; Date.now() < until; await delay(25)) {
    words = await page.locator('main').innerText()
    if (states[state].words.test(words)) return null
    if (state === 'without an answer') await page.clock.fastForward(asksAgainMs)
    await drawn(page)
    if (!(await hasAsked(page))) return null
  }
  return `${state}: ${words.slice(0, 200)} (asked for ${await hasAsked(page)})`
}

/**
 * Looks at pages in one state, one after the other in one desk that never had an answer, so that none of them can show an older one.
 * Gives those that lacked the words; a page that asks the server for nothing has no such state.
 */
const look = async (
  // Of its own: the clock is one for all pages of a context.
  context: BrowserContext,
  ways: readonly string[],
  state: State,
): Promise<string[]> => {
  const page = await pageIn(context, state, '/about/parts')
  const faults: string[] = []
  for (const way of ways) {
    await goOn(page, way)
    if ((await faultOf(page, state, firstPatienceMs)) === null) continue
    // What the page before asked for late counts as asked by this one: only what is wrong when it is opened by itself is its own.
    const alone = await pageIn(context, state, way)
    const fault = await faultOf(alone, state, patienceMs)
    if (fault !== null) faults.push(`${way}, ${fault}`)
    await alone.close()
  }
  return faults
}

/** A page that two people have is looked at once. */
const seen = new Set<string>()
for (const [name, from] of [
  ['Robin Sample', '/queue'],
  ['Morgan Template', '/clearinghouse'],
] as const)
  test(`every page of ${name} has words for each state`, async (t) => {
    const browser = await openBrowser(t)
    const context = await browser.newContext()
    const page = await context.newPage()
    await signInAs(page, server.address, name)
    await page.waitForURL(new RegExp(from))
    const all = await waysOf(page)
    assert.ok(all.length > 5, all.join(' '))
    const ways = all.filter((way) => !seen.has(way))
    for (const way of ways) seen.add(way)
    const storageState = await context.storageState()
    const looks = (Object.keys(states) as State[]).map(async (state) =>
      look(await browser.newContext({ storageState }), ways, state),
    )
    const faults = (await Promise.all(looks)).flat()
    assert.deepEqual(faults, [])
  })

test('a page whose script does not come says so and offers to load the desk anew', async (t) => {
  const browser = await openBrowser(t)
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
  const browser = await openBrowser(t)
  const page = await browser.newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.locator('[data-tip]').first().waitFor()
  await page.getByRole('button', { name: /Robin Sample/ }).click()
  // The desk is left, and loaded anew, before the server could be told.
  await page.route('**/api/session/lock', (route) => route.abort())
  await page.getByRole('button', { name: 'Lock the desk' }).click()
  await page.getByRole('dialog').getByRole('heading').waitFor()
  await page.unroute('**/api/session/lock')
  for (const way of ['', '/clocks', '/statistics']) {
    if (way) await page.goto(`${server.address}${way}`)
    await page.getByRole('dialog').getByRole('heading').waitFor()
    assert.equal(await page.locator('main').isVisible(), false, way)
  }
})

test('signing out without a network leaves nothing on any page, and the server is told when it is back', async (t) => {
  const browser = await openBrowser(t)
  const context = await browser.newContext()
  const page = await context.newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.locator('[data-tip]').first().waitFor()
  const other = await context.newPage()
  await other.goto(`${server.address}/clocks`)
  await other.getByRole('button', { name: /Robin Sample/ }).waitFor()
  const openSessions = async (): Promise<number> =>
    (await server.database.query('select from session where ended_at is null')).length
  const before = await openSessions()
  await context.setOffline(true)
  await page.getByRole('button', { name: /Robin Sample/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const each of [page, other]) {
    await each.getByRole('heading', { name: 'Signed out on this screen' }).waitFor()
    assert.equal(await each.getByText('Robin Sample').count(), 0)
  }
  assert.equal(await page.locator('[data-tip]').count(), 0)
  await axeClean(page, 'signed out without a network')
  if (process.env.TIPLINE_PICTURES)
    await page.screenshot({ path: `${process.env.TIPLINE_PICTURES}/signed-out.png` })
  // Closed, and opened again by whoever comes next.
  await other.close()
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(`${server.address}/queue`)
  await next.getByRole('button', { name: /Sign in as Robin Sample/ }).waitFor()
  assert.equal(await openSessions(), before - 1)
})
