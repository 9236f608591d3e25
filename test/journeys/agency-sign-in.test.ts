import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startOpenId } from '../support/openid.ts'
import { enrolled, originOf } from '../support/people.ts'
import { startTestServer } from '../support/server.ts'
import { lock, looksRight, personsPage } from './passkeys.ts'

const server = await startTestServer(undefined, { demo: false })
// The provider is at 127.0.0.1: to a browser that is another site than localhost, as an agency's provider is.
const address = originOf(server)
const agencyId = 'wa-washington'

test('an agency’s own sign-in lets in from another site, and unlocks from a tab of its own', async (t) => {
  const provider = await startOpenId(t, address, 'client_secret_basic')
  const { id: clientId, secret } = provider.client
  await server.operate((operator) =>
    operator.setOidc({ agencyId, issuer: provider.issuer, clientId, secret, secondFactor: 'trusted' }),
  )
  const first = await enrolled(server, {
    name: 'Synthetic Administrator',
    agencyId,
    role: 'agency administrator',
  })
  const officer = { name: 'Synthetic Colleague', role: 'officer', subject: 'synthetic', because: 'Synthetic' }
  assert.equal((await first.browser.call('POST', '/people/invite', officer)).status, 200)

  const browser = await openBrowser(t)
  const page = await personsPage(browser)
  await page.goto(address)
  await page.getByRole('button', { name: /^Sign in by Washington/ }).click()
  await answerProvider(page, 'stranger')
  await page.getByText('This did not sign you in.').waitFor()
  await looksRight(page, 'sign-in after a refusal')
  await page.getByRole('button', { name: /^Sign in by Washington/ }).click()
  await answerProvider(page, 'synthetic')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()

  await lock(page)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Use your agency’s sign-in' }).click()
  await answerProvider(await opened, 'synthetic', false)
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ state: 'hidden' })
})

/** Says at the provider who one is; and, the first time, that the desk may know. */
const answerProvider = async (page: Page, subject: string, firstTime = true): Promise<void> => {
  await page.getByPlaceholder('Enter any login').fill(subject)
  await page.getByPlaceholder('and password').fill('synthetic')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  if (firstTime) await page.getByRole('button', { name: 'Continue' }).click()
}
