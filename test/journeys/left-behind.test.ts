/** What was left: re-read by a second person, held and woken, decided many at once; and for how long things wait. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signedIn } from '../faults/support/person.ts'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, openTopTip, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 6)

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const take = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TIPLINE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const deskOf = async (t: { after(done: () => Promise<void>): void }, name: string): Promise<Page> => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(page, server.address, name)
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  return page
}

/** By the keyboard: the control gets the focus and is pressed. */
const press = async (page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> => {
  const control = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await control.focus()
  await page.keyboard.press('Enter')
}

test('a supervisor draws, and re-reads blind what a colleague declined; one miss is told as a range', async (t) => {
  const skyler = await signedIn(server, 'demo-administrator-wi')
  for (const [rule, value] of [
    ['sampling-percent', 100],
    ['sampling-days', 0],
    ['sampling-from', ['declined']],
  ] as const)
    assert.equal(
      (await skyler.post(`/api/agency-rules/${rule}`, { value, because: 'Synthetic reason' })).status,
      200,
    )
  const robin = await signedIn(server, 'demo-officer-wi')
  const [tip] = await server.database.query<{ tip_id: string }>(
    `select tip_id from tip where agency_id = 'wi-wisconsin' order by tip_id desc limit 1`,
  )
  const declined = { kind: 'decline', reasons: ['resources'], note: 'Synthetic note of the first reader' }
  assert.equal((await robin.post(`/api/tips/${tip?.tip_id}/decisions`, declined)).status, 200)
  const page = await deskOf(t, 'Avery Placeholder')
  const sound = nothingBroke(page)
  await page.goto(`${server.address}/sampling`)
  await page.getByText('Nothing was drawn yet.').waitFor()
  await page.getByText('how much is missed is not known').first().waitFor()
  // Only what has taken effect is drawn from.
  await eventually(async () => {
    const rows = await server.database.query(
      'select from decision where tip_id = $1 and takes_effect_at <= now()',
      [tip?.tip_id],
    )
    return rows.length > 0 ? true : undefined
  })
  await press(page, 'button', 'Draw now')
  await page.getByText('1 tip was drawn.').waitFor()
  await axeClean(page, 'sampling, drawn')
  await take(page, 'sampling')
  await press(page, 'link', /^Begin: Re-reading/)
  await page.getByText('What you are not shown here').waitFor()
  const shown = await page.locator('main').innerText()
  for (const hidden of [
    'Synthetic note of the first reader',
    'Robin Sample',
    'Declined',
    'Why it stands here',
  ])
    assert.ok(!shown.includes(hidden), `${hidden} is on the page`)
  await axeClean(page, 'a blind re-reading')
  await take(page, 'blind-reading')
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'a blind re-reading at 320 pixels')
  await page.setViewportSize({ width: 1366, height: 768 })
  await press(page, 'button', 'Record it')
  await page.getByText('Choose one of the three.').waitFor()
  await page.getByRole('radio', { name: 'I would have pursued it' }).focus()
  await page.keyboard.press('Space')
  await press(page, 'button', 'Record it')
  await page.getByText('1 of 1 re-read would have been pursued').waitFor()
  // 2.5 %, rounded outwards from the number next to it that the computer has.
  await page.getByText(/between 2\.[45]% and 100%/).waitFor()
  await page.getByText('Nothing changed by it.', { exact: false }).waitFor()
  await axeClean(page, 'sampling, re-read')
  await take(page, 'sampling-read')
  await press(page, 'link', `Open tip ${tip?.tip_id}`)
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  sound()
})

test('a tip is held until a day; when it has come it stands in the queue again and says so', async (t) => {
  const page = await deskOf(t, 'Robin Sample')
  const tipId = await openTopTip(page)
  const pane = page.getByRole('region', { name: 'Decide' })
  await pane.getByRole('radio', { name: 'Hold' }).focus()
  await page.keyboard.press('Space')
  // Of the pane: the checklist above has boxes of its own as soon as it has come.
  await pane.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await press(page, 'button', /^In 7 days|7 days/)
  await press(page, 'button', /Decide and stay/)
  await eventually(async () => {
    const rows = await server.database.query(`select from tip where tip_id = $1 and state = 'held'`, [tipId])
    return rows.length > 0 ? true : undefined
  })
  await page.goto(`${server.address}/queue?lane=held`)
  await page.locator(`[data-tip="${tipId}"]`).waitFor()
  await axeClean(page, 'the lane of what is held')
  await server.database.query(`update tip set held_until = now() - interval '1 minute' where tip_id = $1`, [
    tipId,
  ])
  const [row] = await server.database.query<{ lane: string }>('select lane from tip where tip_id = $1', [
    tipId,
  ])
  await page.goto(`${server.address}/queue?lane=${row?.lane}`)
  const woken = page.locator('article', { has: page.locator(`[data-tip="${tipId}"]`) })
  await woken.getByText(/Held until/i).waitFor()
  await axeClean(page, 'a tip that woke')
})

test('some are chosen, it says how many, they are decided together, and each has its own decision and history', async (t) => {
  const page = await deskOf(t, 'Robin Sample')
  const [lane] = await server.database.query<{ lane: string }>(
    `select lane from tip where agency_id = 'wi-wisconsin' and state = 'open' group by lane order by count(*) desc limit 1`,
  )
  await page.goto(`${server.address}/queue?lane=${lane?.lane}`)
  await page.locator('[data-tip]').nth(1).waitFor()
  const ids: string[] = []
  for (const at of [0, 1]) {
    ids.push((await page.locator('[data-tip]').nth(at).getAttribute('data-tip')) ?? '')
    await page.locator('[data-tip]').nth(at).focus()
    await page.keyboard.press('x')
  }
  await page.getByText('2 tips chosen').waitFor()
  await press(page, 'button', 'Decide these 2 tips')
  const dialog = page.getByRole('dialog')
  for (const id of ids) await dialog.getByText(`Tip ${id}`).waitFor()
  await dialog.getByRole('radio', { name: 'Decline' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await axeClean(page, 'deciding two at once')
  await dialog.getByRole('button', { name: 'Decide these 2 tips' }).press('Enter')
  await eventually(async () => {
    const rows = await server.database.query(
      `select from decision join tip using (tip_id) where tip_id = any($1::bigint[]) and tip.state = 'declined'`,
      [ids],
    )
    return rows.length === 2 ? true : undefined
  })
  for (const id of ids) {
    const entries = await server.database.query(
      `select from ledger_entry where action = 'tip.decided' and object_id = $1`,
      [id],
    )
    assert.equal(entries.length, 1, id)
  }
})

test('the administrator enters an affiliate; the supervisor sees what waits; both by keyboard', async (t) => {
  const page = await deskOf(t, 'Skyler Mockup')
  await page.goto(`${server.address}/affiliates`)
  await page.getByText('No affiliate is entered.').waitFor()
  await press(page, 'button', 'Enter an affiliate')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Synthetic City Police')
  await page.getByLabel('State', { exact: true }).selectOption('WI')
  await page.getByLabel(/^Counties/).fill('55079')
  await page.getByRole('textbox', { name: /Why|Reason|Because/i }).fill('Synthetic agreement 1')
  await axeClean(page, 'the form of an affiliate')
  await press(page, 'button', 'Enter it')
  await page.getByText('It is entered.', { exact: false }).waitFor()
  await page.getByText('WI: 1 county').waitFor()
  await axeClean(page, 'the affiliates of an agency')
  await take(page, 'affiliates')
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'affiliates at 320 pixels')
  const avery = await deskOf(t, 'Avery Placeholder')
  await avery.goto(`${server.address}/waiting`)
  await avery.getByRole('heading', { name: 'Tips, the longest first' }).waitFor()
  await press(avery, 'button', 'a first look')
  await avery.getByText('nothing is marked as late', { exact: false }).waitFor()
  await axeClean(avery, 'what waits')
  await take(avery, 'waiting')
  await avery.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(avery, 'what waits at 320 pixels')
})
