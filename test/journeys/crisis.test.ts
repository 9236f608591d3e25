/** A report that a provider escalates arrives while the queue is open: seen without a row moving, opened and decided by keyboard. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 4)
const client = clientOf(server.address, await server.addProvider('Example Photos'))

/** The rows as they stand: which tips, and where on the screen. */
const rowsOf = (page: Page): Promise<{ tip: string; top: number }[]> =>
  page.locator('[data-tip]').evaluateAll((rows) =>
    rows.map((row) => ({
      tip: row.getAttribute('data-tip') ?? '',
      top: Math.round(row.getBoundingClientRect().top),
    })),
  )

test('a crisis arrives in the lane of what is now, nothing jumps, and it is opened and decided', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const [noStrangers, noErrors] = [onlyFrom(page, server.address), nothingBroke(page)]
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/queue?lane=now`)
  await page.locator('[data-tip]').first().waitFor()
  await page.locator('[data-tip]').first().focus()
  const before = await rowsOf(page)

  const report = reportFrom('wisconsin', 'crisis-17')
  const { reportId } = await client.submit({
    ...report,
    incident: { ...report.incident, escalateToHighPriority: 'Synthetic reason 17' },
  })
  await client.finish(reportId)
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const renew = page.getByRole('button', { name: 'Show them' }).or(page.locator('.news-pill button'))
  await renew.first().waitFor({ timeout: 60_000 })
  assert.deepEqual(await rowsOf(page), before, 'a row moved before anybody asked')
  await axeClean(page, 'the queue with news')

  await renew.first().focus()
  await page.keyboard.press('Enter')
  const row = page.locator(`[data-tip="${tipId}"]`)
  await row.waitFor()
  await row.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/tips/${tipId}`))
  await page.getByRole('heading', { name: 'Why it stands here' }).waitFor()
  await page.getByText('A danger to a child is stated').first().waitFor()
  await axeClean(page, 'the crisis tip')
  // The tip has the focus on arrival, so its keys act.
  await page.keyboard.press('p')
  await page.getByRole('radio', { name: 'Pursue' }).and(page.locator(':checked')).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await eventually(async () => {
    const [found] = await server.database.query<{ person_id: string }>(
      `select person_id from decision where tip_id = $1 and kind = 'pursue' and undone_at is null`,
      [tipId],
    )
    return found?.person_id === 'demo-officer-wi' ? true : undefined
  })
  noStrangers()
  noErrors()
})
