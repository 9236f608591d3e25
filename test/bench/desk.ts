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
  page.on('request', (request) => {
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

/**
 * From the press of a key to its effect on the screen: the next row has the focus, and the tip that is opened says so. Measured in the
 * page, from the event to the frame after the change.
 */
const keyToScreen = async (page: Page, presses: number): Promise<number> => {
  await row(page).focus()
  const times: number[] = []
  for (let press = 0; press < presses; press += 1) {
    const told = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          document.addEventListener(
            'keydown',
            ({ timeStamp }) => {
              const before = document.activeElement
              const look = (): void => {
                if (document.activeElement === before) requestAnimationFrame(look)
                else requestAnimationFrame(() => resolve(performance.now() - timeStamp))
              }
              look()
            },
            { once: true, capture: true },
          )
        }),
    )
    await page.keyboard.press('j')
    times.push(await told)
  }
  return median(times)
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
  await tipOf(server, await fileThin(client, 'wisconsin', 'bench-account'), people.wisconsin.agency)
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
  console.log(
    `a screen of scrolling in the long queue  ${(await scroll(page, 30)).toFixed(0)} ms (30 screens)`,
  )
} finally {
  for (const close of closers) await close()
}
