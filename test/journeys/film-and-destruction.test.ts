/** A film runs only while it is held, and without sound; a pause is suggested. And two people destroy a file at the desk. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { solidPng } from '../../packages/cli/src/demo/png.ts'
import { fileWithBytes } from '../faults/support/opening.ts'
import { signedIn } from '../faults/support/person.ts'
import { clientOf } from '../faults/support/reports.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { axeClean, fitsSideways, nothingBroke, signInAs } from './pages.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))

/** A second of one colour after another, made by the browser itself: as synthetic as a film can be. */
const solidFilm = async (page: Page): Promise<Buffer> => {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    const context = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' })
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    const ended = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    for (let frame = 0; frame < 10; frame += 1) {
      if (context) {
        context.fillStyle = `rgb(${frame * 20}, 90, 160)`
        context.fillRect(0, 0, 64, 64)
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    recorder.stop()
    await ended
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())]
  })
  return Buffer.from(bytes)
}

const isRunning = (page: Page): Promise<{ runs: boolean; muted: boolean; hidden: boolean }> =>
  page.locator('.viewer-stage video').evaluate((film) => {
    if (!(film instanceof HTMLVideoElement)) throw new Error('no film')
    return { runs: !film.paused, muted: film.muted, hidden: film.hidden === true }
  })

test('a film runs while it is held, without sound, and a pause is suggested after looking for a while', async (t) => {
  const browser = await openBrowser(t)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const sound = nothingBroke(page)
  await signInAs(page, server.address, 'Robin Sample')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  const filed = await fileWithBytes(server, client, 'journey-film', [
    { bytes: await solidFilm(page), viewed: true },
  ])
  const robin = await signedIn(server, 'demo-officer-wi')
  await robin.post('/api/viewing', { blurPixels: 8, greyscale: true, muted: true, breakMinutes: 1 })
  await page.clock.install()
  await page.goto(`${server.address}/tips/${filed.tipId}`)
  await page.getByRole('button', { name: 'Open this file…' }).click()
  await page.getByLabel('What for').selectOption({ label: 'To assess the report' })
  await page.getByLabel('Why, in a sentence').fill('Synthetic reason 17')
  await page.getByRole('button', { name: 'Open, covered' }).click()
  const hold = page.getByRole('button', { name: 'Hold to show (Space)' })
  await hold.waitFor()
  assert.deepEqual(await isRunning(page), { runs: false, muted: true, hidden: true }, 'covered, and still')
  await hold.focus()
  await page.keyboard.down('Space')
  await page.getByText('Shown while you hold.', { exact: true }).waitFor()
  await page.waitForFunction(() => document.querySelector('video')?.paused === false)
  assert.deepEqual(await isRunning(page), { runs: true, muted: true, hidden: false })
  assert.equal(await page.getByText('A pause is suggested', { exact: false }).count(), 0)
  await page.clock.fastForward(61_000)
  await page.getByText('Covered.', { exact: true }).waitFor()
  assert.deepEqual(
    await isRunning(page),
    { runs: false, muted: true, hidden: true },
    'a weight on a key is nobody looking',
  )
  await page.getByText('A pause is suggested', { exact: false }).waitFor()
  await page.keyboard.up('Space')
  await page.keyboard.down('Space')
  await page.getByText('Shown while you hold.', { exact: true }).waitFor()
  await page.keyboard.up('Space')
  sound()
})

test('an officer proposes that a file be destroyed, and a supervisor does it', async (t) => {
  const filed = await fileWithBytes(server, client, 'journey-destroyed', [
    { bytes: solidPng([40, 90, 160], 32), viewed: true },
  ])
  const browser = await openBrowser(t)
  const officer = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await signInAs(officer, server.address, 'Robin Sample')
  await officer.getByRole('heading', { name: 'Queue' }).waitFor()
  await officer.goto(`${server.address}/tips/${filed.tipId}`)
  await officer.getByRole('link', { name: 'Propose that it be destroyed…' }).click()
  await officer.getByRole('heading', { name: 'Destroyed files', level: 1 }).waitFor()
  await officer.getByRole('button', { name: 'Propose; nothing is destroyed yet' }).click()
  await officer.getByText('Fill in the number of the file', { exact: false }).waitFor()
  await officer.getByRole('radio', { name: 'An order of a court' }).focus()
  await officer.keyboard.press('Space')
  await officer.getByLabel('Court', { exact: true }).fill('Synthetic Circuit Court')
  await officer.getByLabel('Number of the order').fill('2026-X-17')
  await officer.getByLabel('Date of the order').fill('2026-11-01')
  await officer.getByLabel('The legal basis, in your words').fill('Synthetic reason 17')
  await axeClean(officer, 'a destruction being proposed')
  await officer.getByRole('button', { name: 'Propose; nothing is destroyed yet' }).click()
  await officer.getByText('You proposed it: somebody else decides.').waitFor()
  await officer.setViewportSize({ width: 320, height: 640 })
  await fitsSideways(officer, 'destroyed files at 320 pixels')

  const supervisor = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const sound = nothingBroke(supervisor)
  await signInAs(supervisor, server.address, 'Avery Placeholder')
  await supervisor.getByRole('heading', { name: 'Queue' }).waitFor()
  await supervisor.goto(`${server.address}/destructions`)
  await supervisor.getByRole('button', { name: 'Approve, and destroy it now…' }).click()
  await supervisor.getByText('There is no way back.', { exact: false }).waitFor()
  await axeClean(supervisor, 'a destruction being approved')
  await supervisor.getByLabel('Because').fill('Synthetic reason 18')
  await supervisor.getByRole('button', { name: 'Destroy this file for good' }).click()
  await supervisor.getByRole('button', { name: 'Save the certificate' }).waitFor()
  await axeClean(supervisor, 'a destroyed file')
  await supervisor.goto(`${server.address}/tips/${filed.tipId}`)
  await supervisor.getByText('This file was destroyed.', { exact: false }).waitFor()
  await supervisor.getByText('Synthetic Circuit Court, 2026-X-17, 2026-11-01', { exact: false }).waitFor()
  sound()
})
