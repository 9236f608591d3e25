import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findChromium, launchBrowser } from './browser.ts'

test('the browser that a setting names is used before one on the path', () => {
  assert.equal(findChromium({ TIPLINE_CHROMIUM: process.execPath, PATH: '' }), process.execPath)
})

test('the browser starts and shows a page', async (t) => {
  const browser = await launchBrowser(t)
  const page = await browser.newPage()
  await page.setContent('<title>Here</title>')
  assert.equal(await page.title(), 'Here')
})
