/** The system's Chromium for journeys: found, never downloaded. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser's path: the setting `TIPLINE_CHROMIUM`, else the first one found on the path, else null. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | null => {
  const folders = (env.PATH ?? '').split(delimiter)
  const candidates = [
    env.TIPLINE_CHROMIUM ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ]
  return [...candidates, ...fixedPlaces].find((path) => path !== '' && isExecutable(path)) ?? null
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** No sandbox as root, where Chromium refuses one; nothing that would call out. */
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

type Scope = { after(done: () => Promise<void>): void }

/** What a test does with a browser: pages and contexts that share nothing with those of other tests. */
export type OwnBrowser = Pick<Browser, 'newContext' | 'newPage'>

let shared: Promise<Browser> | undefined
// Registered while this module loads, so that it belongs to the file and not to the test that came first.
after(async () => (await shared)?.close())

/**
 * The browser of a test file, started once: a start takes as long as many a test. What a test opens in it is its own, with its own
 * cookies and cache, and is closed after the scope.
 */
export const openBrowser = async (scope: Scope): Promise<OwnBrowser> => {
  shared ??= startBrowser()
  const browser = await shared
  const own: BrowserContext[] = []
  scope.after(async () => {
    for (const context of own) await context.close()
  })
  const newContext: Browser['newContext'] = async (options) => {
    const context = await browser.newContext(options)
    own.push(context)
    return context
  }
  return { newContext, newPage: async (options) => (await newContext(options)).newPage() }
}

/** Starts a headless browser of the scope's own, closed after the scope. Names other than this machine's do not resolve in it. */
export const launchBrowser = async (scope: Scope): Promise<Browser> => {
  const browser = await startBrowser()
  scope.after(() => browser.close())
  return browser
}

const startBrowser = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error(
      'No Chromium was found: install it (apt-get install chromium) or set TIPLINE_CHROMIUM to its path.',
    )
  return chromium.launch({ executablePath, args: flags, headless: true })
}
