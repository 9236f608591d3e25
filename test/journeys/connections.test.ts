/** What hangs together and where it leads, by keyboard: a suggested link, a network, a corrected place, an account over time, policies side by side. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@opentipline/contract'
import type { Page } from 'playwright-core'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, goTo, nothingBroke, onlyFrom, settled, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Chat'))

/** A report of its own second and address, so that only its screen name can link it to another. */
const file = async (minute: number, screenName: string): Promise<{ reportId: string; tipId: string }> => {
  const base = reportFrom('wisconsin', `connections-${minute}`)
  const report: Report = {
    ...base,
    parties: base.parties.map((party) => ({
      ...party,
      screenName,
      ipCaptures: party.ipCaptures.flatMap((capture) =>
        // The same account a fortnight apart.
        ['2026-10-16', '2026-10-30'].map((day) => ({
          ...capture,
          ipAddress: `${capture.ipAddress.slice(0, -2)}${minute}`,
          at: `${day}T18:${minute}:00Z`,
        })),
      ),
    })),
  }
  const { reportId } = await client.submit(report)
  await client.finish(reportId)
  return { reportId, tipId: await tipOf(server, reportId, 'wi-wisconsin') }
}
const first = await file(31, 'sample-name-17')
const second = await file(32, 'sample-name-17')

const laptop = { width: 1366, height: 768 }

/** Clean for axe, and no wider than the window, here and on a small screen. */
const sound = async (page: Page, where: string): Promise<void> => {
  await axeClean(page, where)
  await page.setViewportSize({ width: 320, height: 640 })
  await fitsSideways(page, `${where} at 320`)
  await page.setViewportSize(laptop)
}

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const take = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TIPLINE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const because = async (page: Page): Promise<void> => {
  await page.getByLabel('Because').focus()
  await page.keyboard.insertText('Synthetic reason')
}
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter')

test('what hangs together is confirmed and taken back; a corrected place is told to both sides', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: laptop })
  const [noStrangers, noErrors] = [onlyFrom(page, server.address), nothingBroke(page)]
  await signInAs(page, server.address, 'Robin Sample')

  // A suggestion joins nothing until a person says so; then the two are a network, on the tip and in the list.
  await goTo(page, '/networks')
  await page.getByText('None of your open tips').waitFor()
  await goTo(page, `/tips/${second.tipId}`)
  await press(page, `Confirm the link to report ${first.reportId}`)
  await because(page)
  await sound(page, 'a link being judged')
  await press(page, `Confirm the link to report ${first.reportId}`)
  await page.getByText('Recorded. It counts for your agency alone.').waitFor()
  await press(page, 'Show the network')
  await page.getByText('2 reports, 1 link').waitFor()
  await sound(page, 'a tip with its network')
  await take(page, 'network')
  await goTo(page, '/networks')
  await page.getByText('2 reports', { exact: true }).waitFor()
  await sound(page, 'the networks')
  await take(page, 'networks')
  await goTo(page, '/queue')
  assert.equal(await page.getByText('1 joined report').count(), 2, 'a link has two ends')

  // How the account was used over time, and the tip under each policy.
  await goTo(page, `/tips/${first.tipId}`)
  const histories = page.getByRole('region', { name: 'Where each account was over time' })
  await histories.getByText('2 captures from 1 address.').waitFor()
  await press(page, 'Compare the policies')
  const views = page.getByRole('group', { name: 'Policy' })
  await views.getByText('in force').waitFor()
  assert.equal(await views.getByRole('row').count(), 5, 'a head and four policies')
  await press(page, 'Show the versions')
  await press(page, 'Read it under ICAC published order, version 2')
  await page.getByText('As it was kept').waitFor()
  await press(page, 'Read it under Balanced, version 2')
  await page.getByText('It was worked out just now').waitFor()
  await sound(page, 'a tip under four policies')
  await take(page, 'compare')

  await goTo(page, `/tips/${second.tipId}`)
  await press(page, `Undo what was said of the link to report ${first.reportId}`)
  await page.getByText('Undone. The link stands as it was found.').waitFor()

  // A place corrected: the report leads elsewhere, both sides are told, and nothing is taken.
  await press(page, 'Correct a place')
  await page.getByLabel('State or territory').selectOption('WA')
  await because(page)
  await sound(page, 'a place being corrected')
  await press(page, 'Record the place')
  await page.getByText('Recorded. The report is being judged and routed anew.').waitFor()
  const theirs = await tipOf(server, second.reportId, 'wa-washington')
  await page.reload()
  await page.getByText('The places that are known now lead to Washington ICAC Task Force.').waitFor()
  await sound(page, 'a tip that leads elsewhere now')
  await take(page, 'leads-elsewhere')
  await goTo(page, '/queue')
  await page.getByText('leads elsewhere now').waitFor()
  await settled(page)

  const other = await browser.newPage({ viewport: laptop })
  await signInAs(other, server.address, 'Casey')
  await goTo(other, `/tips/${theirs}`)
  await other.getByText(/corrected by a person \(WA, US\)/).waitFor()
  noStrangers()
  noErrors()
})
