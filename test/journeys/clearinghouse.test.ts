/** An analyst's day at the clearinghouse by keyboard: what comes in, what is doubtful, and who receives what from where. */
import { test } from 'node:test'
import { clientOf, fileThin } from '../faults/support/reports.ts'
import { launchBrowser } from '../support/browser.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const unrouted = await fileThin(client, 'nowhere', 'unrouted')
await eventually(async () => {
  const found = await server.database.query('select from unrouted where report_id = $1', [unrouted])
  return found.length > 0 ? true : undefined
})

test('what is unrouted is placed, a place is asked for, and what was corrected is on record', async (t) => {
  const browser = await launchBrowser(t)
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
    await page.waitForLoadState('networkidle')
    await fitsSideways(page, `clearinghouse${path} at 320`)
  }
  noStrangers()
  noErrors()
})
