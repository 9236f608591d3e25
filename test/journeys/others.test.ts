import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, openTopTip, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 2)

test('a referral shows at the other agency when it takes effect, not before, and each sees its own', async (t) => {
  const browser = await openBrowser(t)
  const here = await (await browser.newContext()).newPage()
  const there = await (await browser.newContext()).newPage()
  await signInAs(here, server.address, 'Robin Sample')
  await here.getByRole('heading', { name: 'Queue' }).waitFor()
  const tipId = await openTopTip(here)
  const [tip] = await server.database.query<{ report_id: string }>(
    'select report_id from tip where tip_id = $1',
    [tipId],
  )
  await here.getByRole('radio', { name: 'Refer' }).check()
  await here.getByText('The subject appears to be in their area', { exact: true }).click()
  await here
    .getByRole('combobox', { name: /refer|which agency|agency/i })
    .selectOption({ label: 'Washington ICAC Task Force' })
  await here.getByRole('button', { name: /Decide and stay/ }).click()
  const offered = await eventually(async () => {
    const rows = await server.database.query<{ tip_id: string; shows: boolean }>(
      `select tip_id, available_at <= now() as shows from tip where agency_id = 'wa-washington' and report_id = $1`,
      [tip?.report_id],
    )
    return rows[0]
  })
  assert.equal(offered.shows, false)
  await signInAs(there, server.address, 'Casey Example')
  await there.getByRole('heading', { name: 'Queue' }).waitFor()
  await there.goto(`${server.address}/tips/${offered.tip_id}`)
  await there.getByRole('heading', { name: 'Why it stands here' }).waitFor({ state: 'hidden' })
  await server.database.query(`update tip set available_at = now() where tip_id = $1`, [offered.tip_id])
  await there.goto(`${server.address}/tips/${offered.tip_id}`)
  await there.getByText('Referred by Wisconsin ICAC Task Force').first().waitFor()
  await axeClean(there, 'a referred tip')
})

test('the clearinghouse sees the way of reports and decides nothing', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage()
  await signInAs(page, server.address, 'Morgan Template')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await settled(page)
  await axeClean(page, 'the clearinghouse page')
  assert.equal(await page.getByRole('heading', { name: 'Decide' }).count(), 0)
})

test('the auditor reads the log, has it verified, and sees no report', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage()
  await signInAs(page, server.address, 'Riley Facsimile')
  await page.waitForURL(/\/ledger/)
  await settled(page)
  await axeClean(page, 'the ledger page')
  await page.getByRole('button', { name: 'Verify now' }).click()
  await page.getByText('Sound: every entry, hash and signature fits.').first().waitFor({ timeout: 30_000 })
  await page.goto(`${server.address}/queue`)
  await settled(page)
  assert.equal(await page.locator('a[href*="/tips/"]').count(), 0)
})
