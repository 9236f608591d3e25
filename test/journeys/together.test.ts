/** Several people on one desk: what is decided together is taken back together, a lease that ends, a second person, a supervisor's look. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signedIn } from '../faults/support/person.ts'
import { type OwnBrowser, openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, goTo, nothingBroke, openTopTip, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 4)

const deskOf = async (browser: OwnBrowser, name: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await signInAs(page, server.address, name)
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  return page
}

/** By the keyboard: the control gets the focus and is pressed. */
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

const inState = async (ids: readonly string[], state: string): Promise<void> => {
  await eventually(async () => {
    const rows = await server.database.query(
      'select from tip where tip_id = any($1::bigint[]) and state = $2',
      [ids, state],
    )
    return rows.length === ids.length ? true : undefined
  })
}

test('two tips are decided at once and taken back at once, by keyboard, before it takes effect', async (t) => {
  const page = await deskOf(await openBrowser(t), 'Robin Sample')
  const sound = nothingBroke(page)
  const [lane] = await server.database.query<{ lane: string }>(
    `select lane from tip where agency_id = 'wi-wisconsin' and state = 'open' group by lane order by count(*) desc limit 1`,
  )
  await goTo(page, `/queue?lane=${lane?.lane}`)
  const ids: string[] = []
  for (const at of [0, 1]) {
    const row = page.locator('[data-tip]').nth(at)
    ids.push((await row.getAttribute('data-tip')) ?? '')
    await row.focus()
    await page.keyboard.press('x')
  }
  await press(page, 'Decide these 2 tips')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Decline' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Decide these 2 tips' }).press('Enter')
  await page.getByText('2 decisions are recorded.').waitFor()
  await inState(ids, 'declined')
  await press(page, 'Undo all 2')
  await inState(ids, 'open')
  await page.getByText(`Undone: tip ${ids[0]} is as it was.`).waitFor()
  await axeClean(page, 'decisions that were taken back together')
  for (const id of ids) {
    const told = await server.database.query(
      `select from ledger_entry where object_id = $1 and action in ('tip.decided', 'tip.decision-undone')`,
      [id],
    )
    assert.equal(told.length, 2, `${id}: decided and taken back, each in the log`)
  }
  sound()
})

test('the time on a tip counts down and ends; what was typed is there before, after, and on coming back', async (t) => {
  const page = await (await openBrowser(t)).newPage({ viewport: { width: 1366, height: 768 } })
  await page.clock.install()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  const tipId = await openTopTip(page)
  await page.getByText('You are on this tip').waitFor()
  const minutes = async (): Promise<number> =>
    Number(/for (\d+) minutes more/.exec(await page.locator('main').innerText())?.[1] ?? 0)
  const first = await eventually(async () => (await minutes()) || undefined)
  const note = page.getByRole('textbox', { name: 'Write a note' })
  await note.focus()
  await page.keyboard.insertText('Synthetic note 17')
  await page.clock.fastForward(4 * 60_000)
  await eventually(async () => ((await minutes()) < first ? true : undefined))
  await axeClean(page, 'a tip that one is on')
  // Somebody reads on, and the desk stays open: a hand on the mouse is no work on the tip, which alone renews the time.
  for (let half = 0; half < 2; half++) {
    await page.mouse.move(200 + half, 300)
    await page.clock.fastForward(first * 30_000)
  }
  await page.getByText('Your time on it has ended. Nothing you wrote is lost.').waitFor()
  assert.equal(await note.inputValue(), 'Synthetic note 17')
  await axeClean(page, 'a tip whose time has ended')
  await goTo(page, '/queue?lane=work')
  await goTo(page, `/tips/${tipId}`)
  assert.equal(await note.inputValue(), 'Synthetic note 17', 'it is lost on the way')
  await press(page, 'Save note')
  await eventually(async () => {
    const rows = await server.database.query('select from note where tip_id = $1', [tipId])
    return rows.length === 1 ? true : undefined
  })
  await eventually(async () => ((await note.inputValue()) === '' ? true : undefined))
})

test('a second person agrees to a decision by keyboard, and only then it counts', async (t) => {
  const skyler = await signedIn(server, 'demo-administrator-wi')
  const setRule = (value: string[]) =>
    skyler.post('/api/agency-rules/countersign-kinds', { value, because: 'Synthetic reason' })
  assert.equal((await setRule(['decline'])).status, 200)
  const browser = await openBrowser(t)
  const robin = await deskOf(browser, 'Robin Sample')
  const tipId = await openTopTip(robin)
  await robin.keyboard.press('d')
  await robin.getByRole('radio', { name: 'Decline' }).and(robin.locator(':checked')).waitFor()
  await robin.keyboard.press('Tab')
  await robin.keyboard.press('Space')
  await press(robin, /Decide and stay/)
  await robin.getByRole('heading', { name: 'Waits for a second person' }).waitFor()
  assert.equal(await robin.getByRole('button', { name: 'Agree' }).count(), 0, 'nobody agrees with themselves')
  await inState([tipId], 'waiting')
  const avery = await deskOf(browser, 'Avery Placeholder')
  await goTo(avery, `/tips/${tipId}`)
  await avery.getByRole('heading', { name: 'Waits for a second person' }).waitFor()
  await axeClean(avery, 'a decision of a colleague that waits')
  await press(avery, 'Agree')
  await inState([tipId], 'declined')
  await avery.getByText('Agreed by Avery Placeholder').first().waitFor()
  assert.equal((await setRule([])).status, 200)
})

test('a supervisor’s first look: what waits, who is here, what was left and what the month came to, by keyboard', async (t) => {
  const page = await deskOf(await openBrowser(t), 'Avery Placeholder')
  const sound = nothingBroke(page)
  for (const [command, heading] of [
    ['What waits', 'Tips, the longest first'],
    ['Sampling', 'Sampling'],
    ['Statistics', 'Statistics'],
    ['People and access', 'People and access'],
  ] as const) {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('dialog').getByRole('combobox')
    await field.waitFor()
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: heading }).first().waitFor()
    await settled(page)
    await axeClean(page, `${command}, for a supervisor`)
  }
  sound()
})
