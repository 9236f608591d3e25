/** Whatever asks a person for something, or tells a moment, says by what authority (invariant 5): the desk is walked. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isPrompt } from '@opentipline/domain'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { fileCaseload } from './caseload.ts'
import { axeClean, goTo, openTopTip, settled, signInAs } from './pages.ts'

const server = await startTestServer()
await fileCaseload(server, 2)
await server.operate(({ providers }) =>
  providers.engineer({ provider: 'Example Chat', personId: 'demo-engineer', remove: false }),
)

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

type Holds = (page: Page, where: string) => Promise<void>
/** Holds that a page asks nothing without its authority, and keeps every prompt that it names. */
const holding =
  (seen: Set<string>): Holds =>
  async (page, where) => {
    await settled(page)
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
  '/queue?lane=bundles',
  '/clocks',
  '/import',
  '/policies',
  '/agency-settings',
  '/law',
  '/asked',
  '/checklists',
  '/cases',
  '/statistics',
]

/** Forms that come by a click: the way, and the buttons by which they come. A page that has no such button is passed by. */
const comeByClick: readonly [way: string, buttons: RegExp][] = [
  ['/law', /^(Set the forum|Write a new version)$/],
  ['/agency-settings', /^(Change: |Add a reason)/],
  ['/checklists', /^Write a new version$/],
  ['/clock-table', /^Add/],
  ['/document-templates', /^(Read|Write)/],
]
/** A page without a form: whoever comes from there finds the next one as it begins. */
const elsewhere = '/about'

/** Each of those forms, opened on a page as it begins: how many there were. */
const lookAtForms = async (
  page: Page,
  holds: Holds,
  [who, way, buttons]: [string, string, RegExp],
): Promise<number> => {
  await goTo(page, way)
  const count = Math.min(4, await page.locator('main').getByRole('button', { name: buttons }).count())
  for (let at = 0; at < count; at += 1) {
    await goTo(page, elsewhere)
    await goTo(page, way)
    await page.locator('main').getByRole('button', { name: buttons }).nth(at).click()
    await holds(page, `${who} at ${way}, with form ${at + 1} open`)
  }
  return count
}

/** What the pane asks for with each kind of decision. */
const everyKind = async (page: Page, holds: Holds): Promise<void> => {
  for (const kind of ['Pursue', 'Decline', 'Refer', 'Hold', 'Request more']) {
    const radio = page.locator('#decide').getByRole('radio', { name: kind })
    if (await radio.count()) await radio.first().check()
    await holds(page, `a decision of kind ${kind}`)
  }
}

/** Two at a time: each waits for the server more than for the machine. */
describe('every way of everybody', { concurrency: 2 }, () => {
  for (const [name, isOfficer] of [
    ['Robin Sample', true],
    ['Avery Placeholder', false],
    ['Skyler Mockup', false],
    ['Morgan Template', false],
    ['Riley Facsimile', false],
    ['Sasha Mockup', false],
  ] as const)
    test(`every way of ${name}: nothing asks, and no clock runs, without its authority`, async (t) => {
      const browser = await openBrowser(t)
      const page = await browser.newPage()
      const seen = new Set<string>()
      const holds = holding(seen)
      await signInAs(page, server.address, name)
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
      await settled(page)
      const ways = [...new Set([...(await waysOf(page)), ...(isOfficer ? everyWay : [])])]
      assert.ok(ways.length >= 2, `${name} has ${ways.length} ways`)
      for (const way of ways) {
        await goTo(page, way)
        await holds(page, `${name} at ${way}`)
      }
      let forms = 0
      for (const [way, buttons] of comeByClick.filter(([each]) => ways.includes(each)))
        forms += await lookAtForms(page, holds, [name, way, buttons])
      if (name === 'Skyler Mockup') assert.ok(forms >= 5, `an administrator opens ${forms} forms`)
      if (!isOfficer) return
      await openTopTip(page)
      await page.locator('#checklists').getByRole('checkbox').first().waitFor({ state: 'attached' })
      await holds(page, 'a tip')
      await everyKind(page, holds)
      for (const prompt of ['decision', 'note', 'provider hold ends', 'checklist'])
        assert.ok(seen.has(prompt), `the tip shows ${prompt}`)
      await page.locator('main [data-prompt=decision] a').click()
      await page.getByRole('heading', { name: /What this system will ever ask of you/ }).waitFor()
      await axeClean(page, 'the page of everything that is asked')
    })
})
