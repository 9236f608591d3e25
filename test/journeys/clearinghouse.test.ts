/** An analyst's day at the clearinghouse by keyboard: what comes in, what is doubtful, and who receives what from where. */
import { test } from 'node:test'
import type { Report } from '@opentipline/contract'
import type { Page } from 'playwright-core'
import { clientOf, fileThin, reportFrom, tipOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, settled, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const unrouted = await fileThin(client, 'nowhere', 'unrouted')
// Two that show the same file, one of them escalated by its provider.
for (const [account, escalated] of [
  ['shared-a', false],
  ['shared-b', true],
] as const) {
  const report = reportFrom('wisconsin', account)
  const { reportId } = await client.submit({
    ...report,
    incident: {
      ...report.incident,
      type: 'Child Pornography (possession, manufacture, and distribution)',
      ...(escalated ? { escalateToHighPriority: 'Synthetic reason' } : {}),
    },
    // Each at a minute of its own: an address at one time would be a strong link, and pull out both.
    parties: report.parties.map((party) => ({
      ...party,
      ipCaptures: party.ipCaptures.map((capture) => ({
        ...capture,
        at: `2026-10-30T18:${escalated ? 41 : 51}:00Z`,
      })),
    })),
  })
  await client.upload(reportId, Buffer.from('synthetic bytes of one item'))
  await client.finish(reportId)
  await tipOf(server, reportId, 'wi-wisconsin')
}
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

  // What stands behind several reports, and from one of them to its review.
  const parts = page.getByRole('navigation', { name: 'Parts of the clearinghouse' })
  await parts.getByRole('link', { name: 'Bundles' }).press('Enter')
  const items = page.getByRole('list', { name: 'Items by the number of reports' })
  await items.getByText('2 tips at 1 agency').waitFor()
  await axeClean(page, 'what stands behind several reports')
  // By the mouse: the link of a line covers its line, and nothing else of the page.
  await page.getByRole('button', { name: 'Read again' }).click()
  await items.getByRole('link', { name: '2 reports' }).press('Enter')
  const apart = page.getByRole('region', { name: 'Pulled out (1)' })
  await apart.getByText('Made available to: Wisconsin').waitFor()
  await axeClean(page, 'the reports behind one item')
  const bundlePath = new URL(page.url()).pathname.replace('/clearinghouse', '')
  await apart.getByRole('link', { name: /^Review report / }).press('Enter')
  await page.waitForURL(/review\?report=/)

  for (const path of ['', '/unrouted', '/review', '/areas?where=53202', '/bundles', bundlePath]) {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${server.address}/clearinghouse${path}`)
    await settled(page)
    await fitsSideways(page, `clearinghouse${path} at 320`)
  }
  noStrangers()
  noErrors()
})
