import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, openTopTip, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 9)

const stateOf = async (tipId: string): Promise<string | undefined> =>
  (await server.database.query<{ state: string }>('select state from tip where tip_id = $1', [tipId]))[0]
    ?.state

const becomes = (tipId: string, state: string): Promise<true> =>
  eventually(async () => ((await stateOf(tipId)) === state ? true : undefined))

const desktop = { width: 1366, height: 768 }

test('a newcomer signs in, reads why a tip stands where it stands, and decides five', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: desktop })
  const noStrangers = onlyFrom(page, server.address)
  const noErrors = nothingBroke(page)
  await page.goto(server.address)
  await page.getByText('synthetic').first().waitFor()
  await axeClean(page, 'sign-in')
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.getByText('A child may be at immediate risk').first().waitFor()
  await axeClean(page, 'queue')
  await fitsSideways(page, 'the queue at 1366')
  await openTopTip(page)
  await axeClean(page, 'tip')
  await fitsSideways(page, 'the tip at 1366')
  const wishes = [
    ['Pursue', 'A child may be at risk now', 'pursued'],
    ['Decline', 'There is not enough to find a person or place', 'declined'],
    ['Request', 'The conversation, where the provider already holds it', 'requested'],
    ['Decline', 'No offence is apparent from what was reported', 'declined'],
    ['Pursue', 'It belongs to a case we work already', 'pursued'],
  ] as const
  const decided = new Set<string>()
  for (const [kind, reason, state] of wishes) {
    const tipId = await openTopTip(page)
    decided.add(tipId)
    await page.getByRole('radio', { name: kind }).check()
    await page.getByText(reason, { exact: true }).click()
    await page.getByRole('button', { name: /Decide and next/ }).click()
    await becomes(tipId, state)
    // The next tip, or the queue where none is left: the desk goes there by itself.
    await page.waitForURL((url) => !url.pathname.endsWith(`/${tipId}`))
  }
  assert.equal(decided.size, wishes.length)
  noStrangers()
  noErrors()
})

test('a decision can be taken back while it has not taken effect, and the tip stands as before', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: desktop })
  await signInAs(page, server.address, 'Avery Placeholder')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  const tipId = await openTopTip(page)
  await page.getByRole('radio', { name: 'Decline' }).check()
  await page.getByText('Already worked under another tip', { exact: true }).click()
  await page.getByRole('button', { name: /Decide and stay/ }).click()
  await becomes(tipId, 'declined')
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await becomes(tipId, 'open')
})

test('a tip is decided by keyboard alone', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: desktop })
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  const tipId = await openTopTip(page)
  // The tip has the focus on arrival, so its keys act: one of them chooses, and the focus goes to the pane.
  await page.keyboard.press('d')
  await page.getByRole('radio', { name: 'Decline' }).and(page.locator(':checked')).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await becomes(tipId, 'declined')
})

test('every page fits a window of 320 pixels, and is clean in the dark', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  const noErrors = nothingBroke(page)
  await page.goto(server.address)
  await fitsSideways(page, 'sign-in at 320')
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  for (const path of ['/queue', '/policies', '/import', '/about', '/credits']) {
    await page.goto(`${server.address}${path}`)
    await settled(page)
    await fitsSideways(page, `${path} at 320`)
    await axeClean(page, `${path} in the dark`)
  }
  await openTopTip(page)
  await fitsSideways(page, 'the tip at 320')
  await axeClean(page, 'the tip in the dark at 320')
  noErrors()
})
