/** Judgement at the desk, by keyboard: a bundle decided, a policy edited and previewed, and what a supplement says after a decision. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Party, Report } from '@opentipline/contract'
import type { Page } from 'playwright-core'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Chat'))
const laptop = { width: 1366, height: 768 }

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const folder = process.env.TIPLINE_PICTURES
const take = async (page: Page, name: string): Promise<void> => {
  if (!folder) return
  for (const colorScheme of ['light', 'dark'] as const)
    for (const size of [laptop, { width: 390, height: 844 }]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(size)
      await page.screenshot({ path: `${folder}/${name}-${size.width}-${colorScheme}.png`, fullPage: true })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(laptop)
}

/** One file in every report of it; each is another account's, at another time. */
const item = Buffer.from('synthetic bytes of one item')
let filed = 0
const file = async (
  account: string,
  more: { escalated?: boolean; party?: Partial<Party>; type?: string; bytes?: Buffer } = {},
) => {
  filed += 1
  const base = reportFrom('wisconsin', account)
  const at = `2026-10-30T18:${10 + filed}:00Z`
  const report: Report = {
    ...base,
    incident: {
      ...base.incident,
      type: more.type ?? 'Child Pornography (possession, manufacture, and distribution)',
      ...(more.escalated ? { escalateToHighPriority: 'Synthetic reason' } : {}),
    },
    parties: base.parties.map((party) => ({
      ...party,
      ipCaptures: party.ipCaptures.map((capture) => ({ ...capture, at })),
      ...more.party,
    })),
  }
  const { reportId } = await client.submit(report)
  if (more.bytes) await client.upload(reportId, more.bytes)
  await client.finish(reportId)
  return tipOf(server, reportId, 'wi-wisconsin')
}

const deskOf = async (t: { after(done: () => Promise<void>): void }, name: string): Promise<Page> => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: laptop })).newPage()
  await signInAs(page, server.address, name)
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  return page
}

/** By the keyboard: what is named gets the focus and is pressed. */
const press = async (page: Page, role: 'button' | 'link' | 'radio' | 'checkbox', name: string | RegExp) => {
  await page.getByRole(role, { name }).first().focus()
  await page.keyboard.press(role === 'button' || role === 'link' ? 'Enter' : 'Space')
}

/** Clean for axe, and no wider than the window, here and on a small screen. */
const sound = async (page: Page, where: string): Promise<void> => {
  await axeClean(page, where)
  await fitsSideways(page, where)
  await page.setViewportSize({ width: 320, height: 640 })
  await fitsSideways(page, `${where} at 320`)
  await page.setViewportSize(laptop)
}

test('one decision covers the ticked tips of a bundle and names each; what has a sign of danger is pulled out', async (t) => {
  const plain = await Promise.all(
    ['bundle-a', 'bundle-b', 'bundle-c'].map((name) => file(name, { bytes: item })),
  )
  const danger = await file('bundle-d', { bytes: item, escalated: true })
  const page = await deskOf(t, 'Robin Sample')
  const unbroken = nothingBroke(page)
  // The lane of bundles has its count, and its address; an address from before leads there too.
  await press(page, 'link', /^Bundles 1$/)
  await page.waitForURL(/\/queue\?lane=bundles/)
  await page.goto(`${server.address}/bundles`)
  await page.waitForURL(/\/queue\?lane=bundles/)
  await page.getByRole('link', { name: '4 open tips' }).waitFor()
  await sound(page, 'the bundles')
  await take(page, 'bundles')
  await press(page, 'link', '4 open tips')
  const apart = page.getByRole('region', { name: /^Pulled out/ })
  await apart.getByText('Did the provider ask for priority?').waitFor()
  assert.equal(await apart.locator(`a[href="/tips/${danger}"]`).count(), 1)
  assert.equal(await apart.getByRole('checkbox').count(), 0, 'what is pulled out cannot be ticked')
  await press(page, 'button', 'Tick all 3')
  await press(page, 'radio', 'Decline')
  await page.getByRole('checkbox', { name: /Widely shared/ }).waitFor()
  await press(page, 'checkbox', /Widely shared/)
  await page.getByText(/^3 tips are ticked/).waitFor()
  await sound(page, 'a bundle')
  await take(page, 'bundle')
  await press(page, 'button', 'Decide on 3 tips')
  await page.getByText(/Recorded for 3 tips/).waitFor()
  const decided = await server.database.query<{ tip_id: string }>(
    'select tip_id from decision order by tip_id',
  )
  assert.deepEqual(
    decided.map((each) => each.tip_id).toSorted(),
    plain.toSorted(),
    'each tip is named, and the one with a sign of danger is not among them',
  )
  unbroken()
})

test('a policy is copied, a wrong line is found, the preview says who moves and who crosses the line, a second person activates', async (t) => {
  await file('policy-a', { party: { priorReports: ['1000001'] } })
  const solicited = await file('policy-b', { type: 'Online Enticement of Children for Sexual Acts' })
  const page = await deskOf(t, 'Robin Sample')
  const unbroken = nothingBroke(page)
  await page.goto(`${server.address}/policies`)
  await page.getByRole('heading', { name: 'With the program' }).waitFor()
  await sound(page, 'the policies')
  await take(page, 'policies')
  await press(page, 'button', 'Copy to edit: Balanced')
  const text = page.getByRole('textbox', { name: 'Text of the policy (YAML)' })
  await text.waitFor()
  const shipped = await text.inputValue()

  await text.fill(shipped.replace('when: exact time', 'when: exact tyme'))
  await press(page, 'button', 'Save the text')
  await page.getByText('1 problem keeps it from being used').waitFor()
  await sound(page, 'a policy with a problem')
  await take(page, 'policy-problem')
  await press(page, 'button', /^Line \d+/)
  const marked = await text.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  assert.match(marked, /exact tyme/, 'the problem leads to its line')

  // More for an earlier report than for anything else: the one with it passes the one of solicitation.
  const repeat = '[prior reports, linked to other reports]}, points: '
  assert.ok(shipped.includes(`${repeat}20`))
  await text.fill(shipped.replace(`${repeat}20`, `${repeat}99`))
  await press(page, 'button', 'Save the text')
  await page.getByText('No problem: it can be used.').waitFor()
  await page.getByLabel('Place down to which you work').fill('2')
  await press(page, 'button', /^Preview$/)
  const falls = page.getByRole('row', { name: new RegExp(`^${solicited} .*falls below`) })
  await falls.waitFor()
  await page.getByText('comes above').waitFor()
  await sound(page, 'a preview')
  await take(page, 'policy-preview')

  await press(page, 'button', 'Propose for activation')
  await page.locator('form textarea').last().focus()
  await page.keyboard.type('Synthetic reason')
  await page.getByRole('button', { name: 'Propose for activation' }).last().focus()
  await page.keyboard.press('Enter')
  await page.getByText('Proposed. Nothing is in force by that.').waitFor()
  const second = await deskOf(t, 'Avery Placeholder')
  await second.goto(page.url())
  await press(second, 'button', 'Activate')
  await press(second, 'button', 'Yes, activate it')
  await second.getByText('In force', { exact: true }).first().waitFor()
  await sound(second, 'a policy in force')
  unbroken()
})

test('a supplement after a decision: the tip says what became known since, and the decision stands', async (t) => {
  const tipId = await file('supplement-a')
  const page = await deskOf(t, 'Robin Sample')
  const unbroken = nothingBroke(page)
  await page.goto(`${server.address}/tips/${tipId}`)
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  await press(page, 'radio', 'Decline')
  await press(page, 'checkbox', /Other tips come first/)
  await press(page, 'button', /Decide and stay/)
  await page
    .getByText(/Decline/)
    .first()
    .waitFor()
  // The provider files more about the same account.
  await file('supplement-a', { party: { priorReports: ['1000001'] } })
  await page.waitForFunction(async (id) => {
    const told: { decisions: { madeBefore: string[] }[] } = await (await fetch(`/api/tips/${id}`)).json()
    return (told.decisions[0]?.madeBefore.length ?? 0) > 0
  }, tipId)
  await page.reload()
  await page.getByText('This became known after the decision:').first().waitFor()
  await page
    .getByText(/Does another report strongly share an identifier\? Now yes; at the decision no\./)
    .first()
    .waitFor()
  await sound(page, 'a tip amended after its decision')
  await take(page, 'amended')
  const [row] = await server.database.query<{ state: string }>('select state from tip where tip_id = $1', [
    tipId,
  ])
  assert.equal(row?.state, 'declined')
  unbroken()
})
