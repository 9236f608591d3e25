/** A preservation letter by the desk: looked at, made, downloaded, said to be sent; then its clock is on the board. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, fitsSideways, nothingBroke, openTopTip, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 1)

/** From the top: what scrolled half under the bar that stays is no smaller target for it. */
const axeFromTop = async (page: Page, where: string): Promise<void> => {
  await page.evaluate(() => window.scrollTo(0, 0))
  await axeClean(page, where)
}

/** Where a person looks at the pictures: `TIPLINE_PICTURES=folder`. */
const take = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TIPLINE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('an officer makes a preservation letter, says that it was sent, and its clock is on the board', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const sound = nothingBroke(page)
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  const tipId = await openTopTip(page)
  const part = page.getByRole('region', { name: 'Letters and documents' })
  await part.getByText('No document has been made of this tip.').waitFor()
  await part.getByLabel('Kind of document').selectOption('preservation letter')
  await part.getByLabel(/^To/).fill('Example Chat')
  await part.getByLabel(/^To/).press('Tab')
  await part.getByRole('button', { name: 'Show what it would hold' }).press('Enter')
  const paper = part.getByRole('region', { name: 'What it would hold' })
  await paper
    .getByText(/the provider stated: \/parties\/0/)
    .first()
    .waitFor()
  await paper.getByText('Nothing is filled in for you', { exact: false }).waitFor()
  await paper.scrollIntoViewIfNeeded()
  await take(page, 'preview')
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'the preview of a letter at 320 pixels')
  await page.setViewportSize({ width: 1366, height: 768 })
  await part.getByRole('button', { name: 'Make PDF and DOCX' }).press('Enter')
  await part.getByText('Made. It stands in the list; nothing was sent.').waitFor()
  for (const [format, magic] of [
    ['PDF', '%PDF'],
    ['DOCX', 'PK'],
  ] as const) {
    const coming = page.waitForEvent('download')
    await part.getByRole('button', { name: `Download ${format}: Preservation letter` }).press('Enter')
    const bytes = await readFile(await (await coming).path())
    assert.equal(bytes.toString('latin1', 0, magic.length), magic)
  }
  await part.getByRole('button', { name: 'Say it was sent: Preservation letter' }).press('Enter')
  await part.getByText('starts a clock of 90 days', { exact: false }).waitFor()
  await part.getByLabel('To whom').fill('Example Chat')
  await part.getByLabel(/^How/).fill('Synthetic portal')
  await part.getByLabel(/^When/).fill('2026-11-20T10:00')
  await part.getByLabel('Kind of document').selectOption('case summary')
  await part.getByRole('button', { name: 'Show what it would hold' }).press('Enter')
  await paper.waitFor()
  await axeFromTop(page, 'a preview, and saying that a letter was sent')
  await take(page, 'sent-form')
  await part.getByRole('button', { name: 'It was sent', exact: true }).press('Enter')
  await part.getByText('Sent to Example Chat, Synthetic portal', { exact: false }).waitFor()
  await take(page, 'sent')
  await page.goto(`${server.address}/clocks`)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('preservation letter')
  await page.getByRole('link', { name: `Tip ${tipId}` }).waitFor()
  await take(page, 'board')
  sound()
})

test('an administrator reads the templates, and a faulty text is told by line', async (t) => {
  const page = await (
    await (await openBrowser(t)).newContext({ viewport: { width: 1366, height: 768 } })
  ).newPage()
  const sound = nothingBroke(page)
  await signInAs(page, server.address, 'Skyler Mockup')
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.goto(`${server.address}/document-templates`)
  await take(page, 'templates-list')
  await page.getByRole('button', { name: 'Read the text: Case summary' }).click()
  await page.getByRole('button', { name: 'Change it' }).click()
  const area = page.getByLabel('Text of the template')
  await area.fill((await area.inputValue()).replace('provider.name', 'provider.nmae'))
  await page.getByRole('textbox', { name: /Why|Reason|Because/i }).fill('Synthetic reason')
  await page.getByRole('button', { name: 'Put it in use' }).press('Enter')
  await page
    .getByRole('button', { name: /^Go to line/ })
    .first()
    .waitFor()
  await axeClean(page, 'a template with a fault')
  await take(page, 'templates')
  await page.setViewportSize({ width: 320, height: 700 })
  await fitsSideways(page, 'the templates at 320 pixels')
  sound()
})
