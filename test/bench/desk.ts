/**
 * The desk on a long queue and a slow line: `npm run bench -- desk`, or
 * `node scripts/run24.mjs test/bench/desk.ts [tips]`. Answers are told as ratios to the same question on a short queue in the
 * same run; the browser's times are beside the line that it was given, 3 Mbit/s with 40 ms to and fro. Needs a built desk.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { launchBrowser } from '../support/browser.ts'
import { fillQueue } from '../support/long-queue.ts'
import { startTestServer } from '../support/server.ts'

const tips = Number(process.argv[2] ?? 100_000)
const shortTips = 1_000
const runs = 7
const line = { bytesPerSecond: (3 * 1_000_000) / 8, latencyMs: 40 }
const dist = join(import.meta.dirname, '../../packages/desk/dist')

const questions = {
  'first page of a lane': '/api/tips?lane=work&limit=50',
  'a page of one provider': '/api/tips?lane=work&limit=50&provider=Example%20Service%203',
  'counts of every filter': '/api/queue/facets?lane=work',
  'counts, three filters set':
    '/api/queue/facets?lane=work&provider=Example%20Service%203&region=WI,%20US&age=older',
  'what is new': `/api/queue/news?lane=work&since=${new Date().toISOString()}`,
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ask = async (who: SignedIn): Promise<Record<string, number>> => {
  const told: Record<string, number> = {}
  for (const [what, path] of Object.entries(questions)) {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now()
      const { status, text } = await who.get(path)
      times.push(performance.now() - start)
      if (status !== 200) throw new Error(`${path}: ${text}`)
    }
    told[what] = median(times)
  }
  return told
}

const row = (page: Page) => page.locator('[data-tip]').first()

/** From nothing to rows, on the slow line and without a cache; and what it carried. */
const coldStart = async (page: Page, address: string): Promise<{ ms: number; scriptBytes: number }> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: line.bytesPerSecond,
    uploadThroughput: line.bytesPerSecond,
  })
  const scripts = new Set<string>()
  // What is fetched for the next page once the rows are there is not what the first page waited for.
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
  })
  const start = performance.now()
  await page.goto(`${address}/queue?lane=work`)
  await row(page).waitFor()
  const ms = performance.now() - start
  const scriptBytes = [...scripts].reduce((sum, path) => sum + statSync(join(dist, `${path}.gz`)).size, 0)
  await cdp.detach()
  return { ms, scriptBytes }
}

/** An act without an effect after so long is a fault, and ends the bench with words. */
const effectTimeoutMs = 10_000

/**
 * From an act of a person to its effect on the screen, in milliseconds: from the event, as the browser dates it, to the frame after
 * something meets `selector` that nothing met before. Measured in the page, so that the driver's own time does not count.
 */
const effectOf = async (
  page: Page,
  what: string,
  act: () => Promise<void>,
  selector: string,
): Promise<number> => {
  // Ready before the act: its watch is in the page when this comes back.
  await page.evaluate(
    ([wanted, timeoutMs]) => {
      if (document.querySelector(wanted)) throw new Error(`${wanted} is there before anything was done`)
      const told = new Promise<number | null>((resolve) => {
        const until = performance.now() + timeoutMs
        let from: number | undefined
        const began = ({ timeStamp }: Event): void => void (from ??= timeStamp)
        for (const name of ['keydown', 'click'])
          document.addEventListener(name, began, { once: true, capture: true })
        const look = (): void => {
          const start = from
          if (start !== undefined && document.querySelector(wanted))
            requestAnimationFrame(() => resolve(performance.now() - start))
          else if (performance.now() > until) resolve(null)
          else requestAnimationFrame(look)
        }
        look()
      })
      Reflect.set(window, 'told', told)
    },
    [selector, effectTimeoutMs] as const,
  )
  await act()
  const ms = await page.evaluate((): Promise<number | null> => Reflect.get(window, 'told'))
  if (ms !== null) return ms
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  throw new Error(`${what}: nothing met ${selector} within ${effectTimeoutMs} ms; the focus is on ${focus}`)
}

/** The next row has the focus after each press of its key. */
const keyToScreen = async (page: Page, presses: number): Promise<number> => {
  await row(page).focus()
  const times: number[] = []
  for (let press = 0; press < presses; press += 1) {
    const next = await page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-tip]')]
      return rows[rows.findIndex((each) => each === document.activeElement) + 1]?.dataset['tip'] ?? null
    })
    if (next === null) throw new Error('the row that has the focus is the last that is drawn')
    times.push(
      await effectOf(page, 'the key j', () => page.keyboard.press('j'), `[data-tip="${next}"]:focus`),
    )
  }
  return median(times)
}

/** Another lane, and one filter, are marked as chosen at once, before the rows come. */
const laneToScreen = (page: Page): Promise<number> =>
  effectOf(
    page,
    'another lane',
    () => page.locator('a.lane-enrich').click(),
    'a.lane-enrich[aria-current="page"]',
  )
const filterToScreen = async (page: Page): Promise<number> => {
  const panel = page.locator('.filter-toggle')
  if ((await panel.getAttribute('aria-expanded')) === 'false') await panel.click()
  const filter = page.locator('.facet-value[aria-pressed="false"]').first()
  await filter.waitFor()
  return effectOf(page, 'a filter', () => filter.click(), '.facet-value[aria-pressed="true"]')
}

/** A decision says that it is being sent; that it is recorded it says when the server has answered, which is the second figure. */
const decisionToScreen = async (
  page: Page,
  address: string,
  [one, other]: readonly [string, string],
): Promise<[sendingMs: number, recordedMs: number]> => {
  const decide = async (tipId: string, selector: string): Promise<number> => {
    await page.goto(`${address}/tips/${tipId}`)
    await page.getByRole('radio', { name: 'Decline' }).check()
    await page.locator('#decide fieldset.reasons label').first().click()
    const send = page.getByRole('button', { name: /Decide and stay/ })
    return effectOf(page, 'a decision', () => send.press('Enter'), selector)
  }
  // A quick server may have answered before the frame in which the sending would have been told.
  const sending = await decide(one, '#decide .pane-submit + [role="status"]:not(:empty), .undo-line')
  return [sending, await decide(other, '.undo-line')]
}

/** Screens scrolled down, each until its rows are drawn. */
const scroll = async (page: Page, screens: number): Promise<number> => {
  const start = performance.now()
  for (let screen = 0; screen < screens; screen += 1) {
    await page.mouse.wheel(0, 700)
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-tip]')].some((each) => {
        const { top } = each.getBoundingClientRect()
        return top > 0 && top < window.innerHeight
      }),
    )
  }
  return (performance.now() - start) / screens
}

const closers: (() => Promise<void>)[] = []
try {
  const server = await startTestServer({ after: (close) => closers.unshift(close) })
  const client = clientOf(server.address, await server.addProvider('Example Provider'))
  // Of the long queue these two alone have a report behind them, and can be opened and decided.
  const own = (account: string): Promise<string> =>
    fileThin(client, 'wisconsin', account).then((id) => tipOf(server, id, people.wisconsin.agency))
  const whole = [await own('bench-account'), await own('bench-account-2')] as const
  await tipOf(server, await fileThin(client, 'washington', 'bench-other'), people.washington.agency)
  await fillQueue(server.database, people.washington.agency, shortTips, 800_000_000)
  await fillQueue(server.database, people.wisconsin.agency, tips)
  const short = await ask(await signedIn(server, people.washington.id))
  const long = await ask(await signedIn(server, people.wisconsin.id))
  console.log(`answers, ${tips} tips beside ${shortTips}, median of ${runs}`)
  for (const [what, ms] of Object.entries(long))
    console.log(
      `  ${what.padEnd(30)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / (short[what] ?? ms)).toFixed(1)}x of the short queue`,
    )
  const browser = await launchBrowser({ after: (close) => closers.unshift(close) })
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(server.address)
  await page.getByRole('button', { name: /Sign in as Robin Sample/ }).click()
  await row(page).waitFor()
  const { ms, scriptBytes } = await coldStart(page, server.address)
  const carriedMs = (1000 * scriptBytes) / line.bytesPerSecond
  console.log(
    `queue usable on the slow line, cold  ${ms.toFixed(0)} ms (aim 1500); its script is ${scriptBytes} bytes gzipped: ${carriedMs.toFixed(0)} ms of the line`,
  )
  console.log(
    `from a key to its effect on the screen     ${(await keyToScreen(page, 15)).toFixed(0)} ms (aim 100; median of 15 moves)`,
  )
  const scrollMs = await scroll(page, 30)
  console.log(`a screen of scrolling in the long queue  ${scrollMs.toFixed(0)} ms (30 screens)`)
  console.log(
    `from a click to the lane being marked      ${(await laneToScreen(page)).toFixed(0)} ms (aim 100)`,
  )
  console.log(
    `from a click to the filter being marked    ${(await filterToScreen(page)).toFixed(0)} ms (aim 100)`,
  )
  const [sendingMs, recordedMs] = await decisionToScreen(page, server.address, whole)
  console.log(
    `from a decision to its first answer        ${sendingMs.toFixed(0)} ms (aim 100); to being recorded ${recordedMs.toFixed(0)} ms`,
  )
} finally {
  for (const close of closers) await close()
}
