/** An officer opens a file: authority, reason, proof, and then covered unless held. By keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { solidPng } from '../../packages/cli/src/demo/png.ts'
import { fileWithBytes } from '../faults/support/opening.ts'
import { clientOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, onlyFrom, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const filed = await fileWithBytes(server, client, 'journey-opening', [
  { bytes: solidPng([40, 90, 160], 64), viewed: false },
  { bytes: Buffer.from('<!doctype html><script>document.title = "ran"</script>'), viewed: false },
])

/** Whether the stage holds a pixel of anything: what is covered is not drawn at all. */
const drawn = (page: Page): Promise<{ visible: boolean; width: number; filter: string }> =>
  page.locator('.viewer-stage canvas').evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas')
    return { visible: !element.hidden, width: element.width, filter: element.style.filter }
  })
const covered = async (page: Page): Promise<void> => {
  await page.getByText('Covered.', { exact: true }).waitFor()
  const { visible, width } = await drawn(page)
  assert.deepEqual({ visible, width }, { visible: false, width: 1 })
}
const shown = async (page: Page): Promise<void> => {
  await page.getByText('Shown while you hold.', { exact: true }).waitFor()
  const { visible, width, filter } = await drawn(page)
  assert.deepEqual({ visible, width }, { visible: true, width: 64 })
  assert.equal(filter, 'grayscale(1) blur(8px)')
}

/** Presses Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    const label = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (typeof name === 'string' ? label === name : name.test(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing called ${String(name)} can be reached by Tab`)
}

test('a file is opened by keyboard, shown while Space is held, and covered by everything else', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const sound = nothingBroke(page)
  const own = onlyFrom(page, server.address)
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/tips/${filed.tipId}`)
  const card = page.locator('.file').first()
  await card.getByText('The gate is closed', { exact: false }).waitFor()
  assert.equal(await page.locator('img, video, canvas').count(), 0, 'nothing is shown by itself')
  assert.equal(await card.getByRole('button', { name: 'Open this file…' }).count(), 0)

  await card.getByRole('button', { name: 'Record an authority for this file…' }).focus()
  await page.keyboard.press('Enter')
  await card.getByRole('radio', { name: 'Warrant' }).focus()
  await page.keyboard.press('Space')
  await axeClean(page, 'an authority being recorded')
  await card.getByLabel('Court').fill('Synthetic Circuit Court')
  await card.getByLabel('Number').fill('2026-SW-17')
  await card.getByLabel('Date', { exact: true }).fill('2026-11-01')
  await card.getByLabel('Note').fill('Synthetic note 17')
  await page.keyboard.press('Enter')
  const open = card.getByRole('button', { name: 'Open this file…' })
  await open.waitFor()
  assert.equal(
    await page.locator('.file').nth(1).getByRole('button', { name: 'Open this file…' }).count(),
    0,
    'the other file stays closed',
  )

  await server.database.query(`update session set proven_at = now() - interval '10 minutes'`)
  await open.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What for').selectOption({ label: 'To assess the report' })
  await page.getByLabel('Why, in a sentence').fill('Synthetic reason 17')
  await axeClean(page, 'the reason being asked')
  await tabTo(page, 'Open, covered')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Go on as Robin Sample' }).waitFor()
  await page.keyboard.press('Enter')

  const hold = page.getByRole('button', { name: 'Hold to show (Space)' })
  await hold.waitFor()
  await covered(page)
  await axeClean(page, 'an opened file, covered')
  await hold.focus()
  await page.keyboard.down('Space')
  await shown(page)
  await page.keyboard.up('Space')
  await covered(page)

  await page.keyboard.down('Space')
  await shown(page)
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await covered(page)
  await page.keyboard.up('Space')

  await page.keyboard.down('Space')
  await shown(page)
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await covered(page)
  await page.keyboard.up('Space')
  await page.keyboard.down('Space')
  await covered(page)
  await page.keyboard.up('Space')
  await page.evaluate(() => Reflect.deleteProperty(document, 'hidden'))

  await page.keyboard.down('Space')
  await shown(page)
  await page.keyboard.press('Tab')
  await covered(page)
  await page.keyboard.up('Space')

  await hold.hover()
  await page.mouse.down()
  await shown(page)
  await page.mouse.up()
  await covered(page)

  await page.keyboard.press('Escape')
  await hold.waitFor({ state: 'detached' })
  assert.equal(await page.locator('img, video, canvas').count(), 0)
  await card
    .getByText('Somebody of your agency has already looked at it (1 time)', { exact: false })
    .waitFor()
  sound()
  own()
})

test('a page of the web is not shown, and nothing of it runs', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/tips/${filed.tipId}`)
  const card = page.locator('.file').nth(1)
  await card.getByRole('button', { name: 'Record an authority for this file…' }).click()
  await card.getByRole('radio', { name: 'Exigency' }).check()
  await card.getByLabel('Note').fill('Synthetic note 18')
  await card.getByRole('button', { name: 'Record for this file alone' }).click()
  await card.getByRole('button', { name: 'Open this file…' }).click()
  await page.getByLabel('What for').selectOption({ label: 'Another purpose' })
  await page.getByLabel('Why, in a sentence').fill('Synthetic reason 18')
  await page.getByRole('button', { name: 'Open, covered' }).click()
  await page.getByText('This kind of file cannot be shown here.', { exact: false }).waitFor()
  assert.notEqual(await page.title(), 'ran')
  await fitsSideways(page, 'the viewer at 320 pixels')
})

test('a person chooses how files are shown, and sees their own count', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await page.goto(`${server.address}/viewing`)
  await page.getByText(/You have looked at 2 files today/).waitFor()
  await page.getByLabel('Blur').selectOption({ label: 'None' })
  await page.getByLabel('In grey').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await axeClean(page, 'my viewing')
  await page.reload()
  await page.getByText(/You have looked at/).waitFor()
  assert.equal(await page.getByLabel('Blur').inputValue(), '0')
})
