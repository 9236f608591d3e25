/** An analyst's day at the clearinghouse by keyboard: what comes in, what is doubtful, and who receives what from where. */
import { test } from 'node:test'
import type { Report } from '@opentipline/contract'
import type { Page } from 'playwright-core'
import { clientOf, fileThin, reportFrom } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, settled, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const unrouted = await fileThin(client, 'nowhere', 'unrouted')
// Two that share a screen name: a weak link.
for (const place of [31, 32]) {
  const { reportId } = await client.submit(sharingAName(reportFrom('wisconsin', `link-${place}`), place))
  await client.finish(reportId)
}
await eventually(async () => {
  const found = await server.database.query(`select from link where strength = 'weak'`)
  return found.length > 0 ? true : undefined
})
await eventually(async () => {
  const found = await server.database.query('select from unrouted where report_id = $1', [unrouted])
  return found.length > 0 ? true : undefined
})

/** A report whose account has the name of another's, and nothing else in common with it. */
function sharingAName(report: Report, place: number): Report {
  return {
    ...report,
    // Of a kind that states no danger, so that each is found too thin to work on.
    incident: { ...report.incident, type: 'Misleading Domain Name' },
    parties: report.parties.map((party) => ({
      ...party,
      screenName: 'sample-name-17',
      ipCaptures: [
        { ipAddress: `2001:db8:45::${place}`, eventName: 'Login', at: `2026-10-30T18:${place}:00Z` },
      ],
    })),
  }
}

const because = async (page: Page, reason: string): Promise<void> => {
  await page.getByLabel('Because').focus()
  await page.keyboard.insertText(reason)
}

test('what is unrouted is placed, a place is asked for, and what was corrected is on record', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const [noStrangers, noErrors] = [onlyFrom(page, server.address), nothingBroke(page)]
  await signInAs(page, server.address, 'Morgan Template')
  await page.waitForURL(/\/clearinghouse$/)
  await page.getByRole('heading', { name: 'Received and finished' }).waitFor()
  await axeClean(page, 'the clearinghouse now')
  await page.getByRole('link', { name: 'Unrouted now' }).press('Enter')
  await page.getByRole('heading', { name: 'Unrouted', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Correct a place' }).press('Enter')
  await axeClean(page, 'a place being corrected')
  await page.getByLabel('Because').focus()
  await page.keyboard.insertText('Synthetic reason 17')
  await page.getByLabel('State', { exact: false }).first().focus()
  await page.keyboard.type('Wisconsin')
  await page.getByRole('button', { name: 'Record the place' }).press('Enter')
  await page.getByText('Nothing is unrouted.').waitFor({ timeout: 30_000 })

  await page.getByRole('link', { name: 'Review' }).press('Enter')
  await page.getByText('Synthetic reason 17').waitFor()
  await page.getByText('Now with: Wisconsin').waitFor()
  await axeClean(page, 'review')

  // A label and a weak link, each with a reason, and each taken back.
  const label = page.getByRole('button', { name: /^Set to (Referral|Informational): report / }).first()
  const of = (await label.getAttribute('aria-label')) ?? ''
  await label.press('Enter')
  await because(page, 'Synthetic reason 18')
  await axeClean(page, 'a label being set')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Synthetic reason 18').waitFor()
  const report = /\d+$/.exec(of)?.[0] ?? ''
  await page.getByLabel('Report number').fill(report)
  await page.getByLabel('Report number').press('Enter')
  // The router writes what looks like a number in quotes; read without them it is the same.
  await page.waitForURL((url) => url.searchParams.get('report')?.replaceAll('"', '') === report)
  await page.getByRole('button', { name: `Back to the computed one: report ${report}` }).press('Enter')
  await because(page, 'Synthetic reason 19')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('went back to the computed label').waitFor()
  await page.getByRole('button', { name: 'Show all' }).press('Enter')
  await page
    .getByRole('button', { name: /^Confirm: / })
    .first()
    .press('Enter')
  await because(page, 'Synthetic reason 20')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Synthetic reason 20').waitFor()
  await page
    .getByRole('button', { name: /^Undo: / })
    .first()
    .waitFor()
  await axeClean(page, 'a link that is confirmed')

  await page.getByRole('link', { name: 'Agencies and areas' }).press('Enter')
  await page.getByLabel('ZIP code, or town').focus()
  await page.keyboard.insertText('53202')
  await page.keyboard.press('Enter')
  await page.getByText('Milwaukee (55079)').waitFor()
  await page.waitForURL(/where=/)
  await page.getByLabel('Narrow the list').focus()
  await page.keyboard.insertText('california')
  await page.getByRole('status').filter({ hasText: /^5 of/ }).waitFor()
  await page.getByText('San Diego', { exact: false }).first().waitFor()
  await axeClean(page, 'agencies and areas')
  for (const path of ['', '/unrouted', '/review', '/areas?where=53202']) {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${server.address}/clearinghouse${path}`)
    await settled(page)
    await fitsSideways(page, `clearinghouse${path} at 320`)
  }
  noStrangers()
  noErrors()
})
