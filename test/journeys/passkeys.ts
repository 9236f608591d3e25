/** People with devices that hold passkeys: a virtual authenticator of the browser (W3C Web Authentication, Level 3, section 11). */
import type { Page } from 'playwright-core'
import type { OwnBrowser } from '../support/browser.ts'
import { axeClean, fitsSideways, settled } from './pages.ts'

/** A person's own browser, with a device that holds passkeys and has just seen the person's finger. */
export const personsPage = async (browser: OwnBrowser, dark = false): Promise<Page> => {
  const context = await browser.newContext({
    viewport: dark ? { width: 390, height: 844 } : { width: 1366, height: 768 },
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return page
}

export const lock = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('Lock the desk')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
}

export const looksRight = async (page: Page, where: string): Promise<void> => {
  await settled(page)
  await axeClean(page, where)
  await fitsSideways(page, where)
}
