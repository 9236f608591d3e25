/** The system's Chromium for journeys: found, never downloaded. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

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

/** Starts a headless browser, closed after the scope. Names other than this machine's do not resolve in it. */
export const launchBrowser = async (scope: { after(done: () => Promise<void>): void }): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error(
      'No Chromium was found: install it (apt-get install chromium) or set TIPLINE_CHROMIUM to its path.',
    )
  const browser = await chromium.launch({ executablePath, args: flags, headless: true })
  scope.after(() => browser.close())
  return browser
}
