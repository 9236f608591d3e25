/** Tips put into a case, what came of them told in one click, and the news reaching who worked on them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, openTopTip, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 3)
const desktop = { width: 1366, height: 768 }

test('a case is opened from a tip by keyboard alone, what came of it is told, and a colleague learns of it', async (t) => {
  const browser = await openBrowser(t)
  // A page of its own is a browser of its own: the two are signed in side by side.
  const colleague = await browser.newPage({ viewport: desktop })
  await signInAs(colleague, server.address, 'Avery Placeholder')
  await colleague.getByRole('heading', { name: 'Queue' }).waitFor()
  const tipId = await openTopTip(colleague)

  const page = await browser.newPage({ viewport: desktop })
  const noStrangers = onlyFrom(page, server.address)
  const noErrors = nothingBroke(page)
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/tips/${tipId}`)
  await page.getByLabel('Working name').focus()
  await page.keyboard.type('Synthetic case 17')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Synthetic case 17' }).waitFor()
  await page.getByRole('link', { name: `Tip ${tipId}` }).waitFor()
  await page.getByLabel('Something to do').focus()
  await page.keyboard.type('Synthetic task 17')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Done: Synthetic task 17' }).waitFor()
  await axeClean(page, 'a case')
  await fitsSideways(page, 'a case')

  await page.goto(`${server.address}/tips/${tipId}`)
  await page.getByRole('button', { name: 'Under investigation' }).click()
  await page.getByText('Told.').waitFor()
  await page.getByText('given back').waitFor()
  await page.goto(`${server.address}/statistics`)
  await page.getByText('They agree.').waitFor()
  await axeClean(page, 'statistics')
  await fitsSideways(page, 'statistics')

  await colleague.goto(`${server.address}/outcomes`)
  await colleague.getByText('Under investigation').waitFor()
  await colleague.getByRole('button', { name: 'Mark all as seen' }).click()
  await colleague.getByRole('button', { name: 'Mark all as seen' }).waitFor({ state: 'detached' })
  await axeClean(colleague, 'outcomes')
  noStrangers()
  noErrors()
})

test('the clearinghouse reads scorecards, on a small screen too', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await signInAs(page, server.address, 'Morgan Template')
  await page.waitForURL(/clearinghouse/)
  await page.goto(`${server.address}/scorecards`)
  await page.getByRole('heading', { name: 'Example Chat' }).waitFor()
  assert.equal(await page.getByText('Too few outcomes').count(), 2)
  await axeClean(page, 'scorecards')
  await fitsSideways(page, 'scorecards at 390')
})
