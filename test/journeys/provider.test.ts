/** A provider's engineer goes from nothing to a receipt that anybody can verify, by keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseVerifierKey, verifyReceipt } from '@opentipline/ledger'
import type { Locator, Page } from 'playwright-core'
import { clientOf, fileThin } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
const live = await server.addProvider('Example Provider')
const mine = await fileThin(clientOf(server.address, live), 'wisconsin', 'own')
const theirs = await fileThin(
  clientOf(server.address, await server.addProvider('Other Provider')),
  'wisconsin',
  'others',
)
await server.operate(({ providers }) =>
  providers.engineer({ provider: 'Example Provider', personId: 'demo-engineer', remove: false }),
)

const press = async (page: Page, what: Locator, key = 'Enter'): Promise<void> => {
  await what.focus()
  await page.keyboard.press(key)
}
const type = async (page: Page, what: Locator, text: string): Promise<void> => {
  await what.focus()
  await page.keyboard.insertText(text)
}

/** Makes a test credential where a proof of who one is may be asked for, and gives its password as shown. */
const makeCredential = async (page: Page): Promise<string> => {
  await press(page, page.getByRole('button', { name: 'Make a credential' }))
  const shown = page.getByText('Copy the password now')
  const proof = page.getByRole('button', { name: 'Go on as Sasha Mockup' })
  await shown.or(proof).first().waitFor()
  if (await proof.isVisible()) await press(page, proof)
  await shown.waitFor()
  return (await page.locator('.one-time-link').nth(1).textContent()) ?? ''
}

test('from nothing to a receipt: a credential, a check, a filing to test and its receipt', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const [noStrangers, noErrors] = [onlyFrom(page, server.address), nothingBroke(page)]
  await signInAs(page, server.address, 'Sasha Mockup')
  await page.waitForURL(/\/portal$/)
  await page.getByRole('heading', { name: 'From nothing to a first test report' }).waitFor()
  await axeClean(page, 'overview')

  await press(page, page.getByRole('link', { name: 'Make a test credential' }))
  await page.getByRole('heading', { name: 'Credentials', level: 1 }).waitFor()
  const password = await makeCredential(page)
  await axeClean(page, 'credentials')

  await page.goto(`${server.address}/portal/sandbox`)
  await press(page, page.getByRole('button', { name: 'Put in a small example' }))
  await press(page, page.getByRole('button', { name: 'Check it' }))
  await page.getByText('Nothing would be refused').waitFor()
  await page.getByRole('heading', { name: 'What somebody at a desk could work with' }).waitFor()
  await axeClean(page, 'sandbox')
  await type(page, page.getByLabel('Its password'), password)
  await press(page, page.getByRole('button', { name: 'Submit and finish' }))
  await page.getByText('is finished, in the test environment').waitFor()
  await press(page, page.getByRole('link', { name: 'Look at it' }))

  await page.getByText('it can never reach an agency').waitFor()
  const reportId = /reports\/(\d+)/.exec(page.url())?.[1]
  await press(page, page.getByRole('button', { name: 'Read the receipt' }))
  const receipt = await page.locator('pre.receipt').textContent()
  const command = await page.getByRole('region', { name: 'Verify this receipt' }).textContent()
  const key = parseVerifierKey(/--key '(.+)'/.exec(command ?? '')?.[1] ?? '')
  const verdict = verifyReceipt(receipt ?? '', { origin: key.name, logKeys: [key] })
  assert.ok(verdict.ok && verdict.entry.object.id === reportId)
  await axeClean(page, 'a report')
  const rows = await server.database.query<{ environment: string }>(
    'select environment from report where report_id = $1',
    [reportId],
  )
  assert.deepEqual(rows, [{ environment: 'test' }])
  noStrangers()
  noErrors()
})

test('what would be refused is told with its place, and nothing can be filed under a live credential', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await signInAs(page, server.address, 'Sasha Mockup')
  await page.waitForURL(/\/portal$/)
  await page.goto(`${server.address}/portal/sandbox`)
  await type(page, page.getByLabel('A report in the XML'), '<report><no-such-element/></report>')
  await press(page, page.getByRole('button', { name: 'Check it' }))
  await page.getByText('Would be refused (1)').waitFor()
  await page.getByText('line 1, column 9').waitFor()
  await page.getByText('This is no report that can be read').waitFor()
  const offered = await page.getByLabel('Test credential').locator('option').allTextContents()
  assert.ok(offered.length > 0 && offered.every((each) => !each.includes(live.username)))
  await axeClean(page, 'sandbox with a refusal')
  await fitsSideways(page, 'sandbox at 390')
})

test('own reports are listed and their quality told; another provider’s is not there', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } })
  await signInAs(page, server.address, 'Sasha Mockup')
  await page.waitForURL(/\/portal$/)
  await page.goto(`${server.address}/portal/reports`)
  await page.getByRole('link', { name: mine, exact: true }).waitFor()
  assert.equal(await page.getByRole('link', { name: theirs, exact: true }).count(), 0)
  await axeClean(page, 'own reports')
  await fitsSideways(page, 'own reports at 320')
  await page.goto(`${server.address}/portal/reports/${theirs}?environment=live`)
  await page.getByText('Your provider filed no such report').waitFor()
  await page.goto(`${server.address}/portal/reports/${mine}`)
  await page.getByText('What an agency does with it is its own to decide').waitFor()
  await page.getByText('18 U.S.C. 2258A(h)').waitFor()
  await page.goto(`${server.address}/portal/quality`)
  await page.getByText('1 live report').waitFor()
  await page.getByText('Too few outcomes were told').waitFor()
  await axeClean(page, 'quality')
  await fitsSideways(page, 'quality at 320')
})
