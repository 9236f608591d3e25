import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { inviteByCommand, originOf } from '../support/people.ts'
import { startTestServer } from '../support/server.ts'
import { nothingBroke, onlyFrom } from './pages.ts'
import { lock, looksRight, personsPage } from './passkeys.ts'

const server = await startTestServer(undefined, { demo: false })
// A passkey belongs to a name, and never to a bare IP number.
const address = originOf(server)
const administrator = {
  name: 'Synthetic Administrator',
  agencyId: 'wi-wisconsin',
  role: 'agency administrator',
}

/** Opens a one-time link and registers a passkey by keyboard. */
const join = async (page: Page, link: string, device: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('What you call this device or key').focus()
  await page.keyboard.type(device)
  await page.keyboard.press('Enter')
}

test('a link makes a passkey, which signs in, unlocks and signs in again; and a second person comes in by it', async (t) => {
  const browser = await openBrowser(t)
  const page = await personsPage(browser)
  const ends = [onlyFrom(page, address), nothingBroke(page)]
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  await looksRight(page, 'sign-in')

  const link = `${address}/join#${await inviteByCommand(server, administrator)}`
  await page.goto(link)
  await page.getByText(administrator.name).first().waitFor()
  await looksRight(page, 'the page of a one-time link')
  await join(page, link, 'desk computer')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  assert.equal(new URL(page.url()).hash, '', 'the secret does not stay in the address')

  await page.goto(`${address}/people`)
  await page.getByRole('heading', { name: 'People (1)' }).waitFor()
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Synthetic Officer')

  // What is being written is still there after the lock, and nobody sees it meanwhile.
  await lock(page)
  await looksRight(page, 'the lock')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  const unlock = page.getByRole('button', { name: 'Use your passkey' })
  assert.ok(await unlock.evaluate((button) => button === document.activeElement))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ state: 'hidden' })
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Synthetic Officer')

  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Officer' })
  await page.getByLabel('Because').fill('Synthetic reason')
  await looksRight(page, 'an invitation being written')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const made = await page.locator('.one-time-link').innerText()
  await looksRight(page, 'People and access with a link to hand over')

  const second = await personsPage(browser, true)
  ends.push(onlyFrom(second, address), nothingBroke(second))
  await second.goto(made)
  await second.getByText('Synthetic Officer').waitFor()
  await looksRight(second, 'a one-time link in the dark at 390')
  await join(second, made, 'telephone')
  await second.getByRole('heading', { name: 'Queue' }).waitFor()
  await second.goto(`${address}/account`)
  await second.getByText('telephone').waitFor()
  await looksRight(second, 'the account in the dark at 390')

  await lock(page)
  await page.getByRole('button', { name: /^Sign out instead/ }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'People (2)' }).waitFor()
  for (const end of ends) end()

  const third = await personsPage(browser)
  await third.goto(made)
  await third.getByText('Ask an administrator of your agency for a new one.').waitFor()
  await looksRight(third, 'a link that was used')
})
