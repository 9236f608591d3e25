/** A checklist by keyboard, a note beside a field, the question whether there is a duty, and a memorandum from a decline. */
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, openTopTip, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 2)

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const take = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TIPLINE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** By the keyboard: the control gets the focus and is pressed. */
const press = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  const button = page.getByRole('button', { name }).first()
  await button.focus()
  await page.keyboard.press(key)
}

test('an officer ticks an item by keyboard, with a note, and takes it back; each word stays', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  const sound = nothingBroke(page)
  await openTopTip(page)
  const section = page.locator('#checklists')
  await section.getByRole('checkbox').first().waitFor({ state: 'attached' })
  const folded = section.locator('summary').filter({ hasText: /other list/ })
  if (!(await section.getByRole('checkbox').first().isVisible())) {
    await folded.focus()
    await page.keyboard.press('Enter')
    await section.locator('.nested-list > summary').first().focus()
    await page.keyboard.press('Enter')
  }
  const box = section.getByRole('checkbox').first()
  await box.focus()
  await page.keyboard.press('Space')
  await section
    .getByText(/Ticked by Robin Sample/)
    .first()
    .waitFor()
  await section.scrollIntoViewIfNeeded()
  await axeClean(page, 'a tip with a ticked item')
  await take(page, 'checklist')
  await box.focus()
  await page.keyboard.press('Space')
  await section
    .getByText(/Unticked by Robin Sample/)
    .first()
    .waitFor()
  await press(page, /^Tick with a note/)
  await page.keyboard.type('Synthetic note 1')
  await page.keyboard.press('Enter')
  await section.getByText('Synthetic note 1').first().waitFor()
  await press(page, /^What to know of/)
  await page.locator('.field-note:not([hidden])').first().waitFor()
  await axeClean(page, 'a tip with a note beside a field')
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'checklists at 320 pixels')
  sound()
})

test('from the decision an officer asks whether there is a duty, declines, and begins a memorandum of it', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  const sound = nothingBroke(page)
  const tipId = await openTopTip(page)
  const link = page.getByRole('link', { name: 'Is there a duty to investigate this?' })
  await link.focus()
  await page.keyboard.press('Enter')
  await page.getByText('No reported decision was found that holds an agency liable').waitFor()
  await axeClean(page, 'the page of law')
  await page.goto(`${server.address}/tips/${tipId}`)
  await page.getByRole('radio', { name: 'Decline' }).check()
  await page.getByText('Already worked under another tip', { exact: true }).click()
  await press(page, /Decide and stay/)
  const memorandum = page.getByRole('link', { name: 'Make a decline memorandum of it' })
  await memorandum.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('.document-form select')?.value === 'decline memorandum',
  )
  const then = page.locator('#decide').getByText('In force when it was decided')
  await then.focus()
  await then.press('Enter')
  await page.getByText('DeShaney v. Winnebago County').first().waitFor()
  await axeClean(page, 'a tip that was declined')
  await take(page, 'declined')
  sound()
})

test('the page of checklists shows every list with its sources, and a supervisor brings one of the agency', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(page, server.address, 'Avery Placeholder')
  await settled(page)
  const sound = nothingBroke(page)
  await page.goto(`${server.address}/checklists`)
  await page.getByRole('heading', { name: 'Trafficking of a child' }).waitFor()
  await take(page, 'checklists-page')
  await press(page, 'Write a new version')
  await axeClean(page, 'the page of checklists')
  await page
    .getByRole('textbox', { name: 'Lists (YAML)' })
    .fill('asOf: "2026-11-22"\nlists: []\nadds: [{to: nothing}]\n')
  await press(page, 'Check')
  await page.getByText(/problem.*It cannot be saved so/).waitFor()
  await page.getByRole('textbox', { name: 'Lists (YAML)' }).fill('asOf: "2026-11-22"\nlists: []\n')
  await page.getByRole('textbox', { name: /Why|Reason|Because/i }).fill('Synthetic reason 1')
  await press(page, 'Save')
  await page.getByText(/Version 1, by Avery Placeholder/).waitFor()
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'the page of checklists at 320 pixels')
  sound()
})
