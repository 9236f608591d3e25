/** Those who look after the evidence and the log, by keyboard: a review of the log, objects that no file knows, a limit lifted for a day. */
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, goTo, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
await server.database.query(
  `insert into scrub_orphan (object_id, stored_bytes, kind) values ('synthetic-object-17', 1234567, 'unknown')`,
)

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter')

const write = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label).focus()
  await page.keyboard.insertText(text)
}

/** Clean for axe, and no wider than the window, here and on a small screen. */
const sound = async (page: Page, where: string): Promise<void> => {
  await axeClean(page, where)
  await page.setViewportSize({ width: 320, height: 640 })
  await fitsSideways(page, `${where} at 320`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('a review of the log is recorded, objects that no file knows are named, and a limit is lifted for a day', async (t) => {
  const browser = await openBrowser(t)
  const as = async (name: string, way: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const [noStrangers, noErrors] = [onlyFrom(page, server.address), nothingBroke(page)]
    t.after(() => {
      noStrangers()
      noErrors()
    })
    await signInAs(page, server.address, name)
    await goTo(page, way)
    return page
  }

  const auditor = await as('Riley Facsimile', '/ledger')
  await auditor.getByText('Nobody has recorded a review yet.').waitFor()
  await press(auditor, /^Record: reviewed up to entry \d+$/)
  await auditor.getByText('Say what was noticed, also where it is nothing.').waitFor()
  await sound(auditor, 'a review of the log without a word')
  await write(auditor, 'What was noticed (also: nothing)', 'Synthetic remark 17')
  await press(auditor, /^Record: reviewed up to entry \d+$/)
  await auditor.getByText('Last reviewed').waitFor()
  await auditor.getByText(/Synthetic remark 17/).waitFor()

  const keeper = await as('Quinn Prototype', '/incidents')
  await keeper.getByText('No incident is on record.').waitFor()
  await keeper.getByText('synthetic-object-17').waitFor()
  await keeper.getByText(/No file has this number/).waitFor()
  await sound(keeper, 'objects that no file knows')

  const supervisor = await as('Avery Placeholder', '/viewing')
  await press(supervisor, 'Lift for today…')
  await write(supervisor, 'Because', 'Synthetic reason 17')
  await press(supervisor, 'Lift for today')
  await supervisor.getByText('Choose for whom.').waitFor()
  await sound(supervisor, 'a limit to be lifted for nobody yet')
  await supervisor.getByLabel('For whom').focus()
  await supervisor.keyboard.type('Robin')
  await press(supervisor, 'Lift for today')
  await supervisor.getByText('Lifted until midnight UTC.').waitFor()
})
