/** Discretion shared: a tip referred and given back, who is on it, and a decision that waits for a second person. */
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signedIn } from '../faults/support/person.ts'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, openTopTip, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 2)

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const take = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TIPLINE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

const deskOf = async (
  t: { after(done: () => Promise<void>): void },
  name: string,
  heading = 'Queue',
): Promise<Page> => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(page, server.address, name)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  return page
}

/** By the keyboard: the control gets the focus and is pressed. */
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

test('an officer refers a tip; the other agency sees the offer, returns it with a reason, and it is here again', async (t) => {
  const here = await deskOf(t, 'Robin Sample')
  const sound = nothingBroke(here)
  const tipId = await openTopTip(here)
  await here.getByRole('radio', { name: 'Refer' }).focus()
  await here.keyboard.press('Space')
  await here.getByText('It is of a kind that they handle', { exact: true }).click()
  await here
    .getByRole('combobox', { name: /refer|which agency|agency/i })
    .selectOption({ label: 'Washington ICAC Task Force' })
  await here.getByRole('textbox', { name: /Tell the other agency/ }).fill('Synthetic message 1')
  await press(here, /Decide and stay/)
  await here.getByRole('button', { name: 'Withdraw the offer' }).waitFor()
  await here.getByText('Your agency owns this tip.').waitFor()
  await axeClean(here, 'a tip that is offered')
  await take(here, 'offered')
  await server.database.query(`update referral set shows_at = now() where from_tip = $1`, [tipId])
  await server.database.query(
    `update tip set available_at = now() where agency_id = 'wa-washington' and report_id = (select report_id from tip where tip_id = $1)`,
    [tipId],
  )
  const there = await deskOf(t, 'Casey Example')
  await there.goto(`${server.address}/referrals`)
  await there.getByText('Waits for an answer', { exact: true }).waitFor()
  await axeClean(there, 'the list of referrals')
  await take(there, 'referrals')
  await there.getByRole('link', { name: /^Tip / }).click()
  await there.getByText('offers you this tip').waitFor()
  await there.getByText('Synthetic message 1').first().waitFor()
  await axeClean(there, 'an offer')
  await take(there, 'offer')
  await there.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(there, 'an offer at 320 pixels')
  await there.getByRole('combobox', { name: 'Reason' }).selectOption('not-our-kind')
  await press(there, 'Return it')
  await there.getByText('Another agency owns it.', { exact: false }).waitFor()
  await here.goto(`${server.address}/tips/${tipId}`)
  await here.getByText('It is not of a kind that we handle').first().waitFor()
  await here.getByRole('radio', { name: 'Decline' }).waitFor()
  sound()
})

test('who opens a tip is seen to be on it by a colleague, who reads, and takes it over by saying so', async (t) => {
  const robin = await deskOf(t, 'Robin Sample')
  const tipId = await openTopTip(robin)
  await robin.getByText('You are on this tip').waitFor()
  const avery = await deskOf(t, 'Avery Placeholder')
  await avery.goto(`${server.address}/tips/${tipId}`)
  await avery.getByText('Robin Sample is on this tip').waitFor()
  await axeClean(avery, 'a tip that a colleague is on')
  await take(avery, 'leased')
  await press(avery, 'Take it over')
  await avery.getByText('You are on this tip').waitFor()
  // Robin's page does not know yet, and is told when it says that Robin leaves.
  await press(robin, 'Leave it')
  await robin.getByText('Avery Placeholder is on this tip').waitFor()
  await press(avery, /^(Queue|Back)/)
  await eventually(async () => {
    const rows = await server.database.query('select from tip_lease where tip_id = $1', [tipId])
    return rows.length === 0 ? true : undefined
  })
})

test('the administrator asks for a second person; a decision waits, the colleague refuses it, and the reason is read', async (t) => {
  const skyler = await signedIn(server, 'demo-administrator-wi')
  const page = await (
    await (await openBrowser(t)).newContext({ viewport: { width: 1366, height: 768 } })
  ).newPage()
  await signInAs(page, server.address, 'Skyler Mockup')
  await page.getByText('Skyler Mockup').first().waitFor()
  await page.goto(`${server.address}/agency-settings`)
  await page.getByRole('button', { name: 'Change: Decisions that wait for a second person' }).click()
  await page.locator('#rule-countersign-kinds').getByText('Decline', { exact: true }).click()
  await page.getByRole('textbox', { name: /Why|Reason|Because/i }).fill('Synthetic reason')
  await axeClean(page, 'the settings of an agency')
  await take(page, 'settings')
  await press(page, 'Set this rule')
  await page.getByText('It holds from now on.').waitFor()
  const robin = await deskOf(t, 'Robin Sample')
  const tipId = await openTopTip(robin)
  await robin.getByRole('radio', { name: 'Decline' }).check()
  await robin.getByText('Already worked under another tip', { exact: true }).click()
  await press(robin, /Decide and stay/)
  await robin.getByRole('heading', { name: 'Waits for a second person' }).waitFor()
  await axeClean(robin, 'a decision that waits')
  await take(robin, 'waits')
  const avery = await deskOf(t, 'Avery Placeholder')
  await avery.goto(`${server.address}/tips/${tipId}`)
  await press(avery, 'Refuse')
  await avery
    .getByRole('textbox', { name: /Why|Reason|Because/i })
    .last()
    .fill('Synthetic refusal')
  await press(avery, 'Refuse it')
  await avery.getByRole('heading', { name: 'Waits for a second person' }).waitFor({ state: 'detached' })
  await robin.goto(`${server.address}/tips/${tipId}`)
  await robin.getByText('Avery Placeholder did not agree').waitFor()
  await axeClean(robin, 'a decision that was refused')
  await skyler.post('/api/agency-rules/countersign-kinds', { value: [], because: 'Synthetic' })
})
