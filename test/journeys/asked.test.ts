/** Whatever asks a person for something, or tells a moment, says by what authority (invariant 5): the desk is walked. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPrompt } from '@opentipline/domain'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, openTopTip, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 2)

/** Every prompt that is named on the page, and every form or clock that names none. Search forms ask for nothing. */
const lookAt = (page: Page) =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('main [data-prompt]')].map(
      (each) => each.getAttribute('data-prompt') ?? '',
    )
    const asks = [...document.querySelectorAll('main form')].filter(
      (form) => form.closest('[role=search]') === null && form.querySelector('input, select, textarea'),
    )
    const moments = [
      ...document.querySelectorAll('main .clock:has(time), main [required], main [aria-required=true]'),
    ]
    const silent = [...asks, ...moments]
      .filter((each) => !each.closest('[data-prompt]') && !each.querySelector('[data-prompt]'))
      .map(
        (each) => `${each.tagName.toLowerCase()}.${each.className}: ${(each.textContent ?? '').slice(0, 60)}`,
      )
    return { named, silent }
  })

const seen = new Set<string>()
const holds = async (page: Page, where: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  const { named, silent } = await lookAt(page)
  for (const prompt of named) {
    assert.ok(isPrompt(prompt), `${where} names "${prompt}", which is no line of the catalogue`)
    seen.add(prompt)
  }
  assert.deepEqual(silent, [], `${where} asks or counts down without an authority`)
}

/** The ways of the header and its menus, as this role has them. */
const waysOf = async (page: Page): Promise<string[]> => {
  const links = await page
    .locator('header a[href^="/"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  return [...new Set(links)]
}

const everyWay = [
  '/queue',
  '/clocks',
  '/import',
  '/policies',
  '/agency-settings',
  '/law',
  '/asked',
  '/cases',
  '/statistics',
]

for (const [name, isOfficer] of [
  ['Robin Sample', true],
  ['Morgan Template', false],
  ['Riley Facsimile', false],
] as const)
  test(`every way of ${name}: nothing asks, and no clock runs, without its authority`, async (t) => {
    const browser = await launchBrowser(t)
    const page = await browser.newPage()
    await signInAs(page, server.address, name)
    await page.waitForLoadState('networkidle')
    const ways = [...new Set([...(await waysOf(page)), ...(isOfficer ? everyWay : [])])]
    for (const way of ways) {
      await page.goto(`${server.address}${way}`)
      await holds(page, `${name} at ${way}`)
    }
    if (!isOfficer) return
    await openTopTip(page, server.address)
    await holds(page, 'a tip')
    for (const prompt of ['decision', 'note', 'provider hold ends'])
      assert.ok(seen.has(prompt), `the tip shows ${prompt}`)
    await page.locator('main [data-prompt=decision] a').click()
    await page.getByRole('heading', { name: /What this system will ever ask of you/ }).waitFor()
    await axeClean(page, 'the page of everything that is asked')
  })
