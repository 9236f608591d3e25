import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every part of the desk stands on the page of the parts', () => {
  const page = readFileSync(join(import.meta.dirname, 'PartsPage.tsx'), 'utf8')
  const parts = readdirSync(join(import.meta.dirname, '../../ui')).filter((file) =>
    /^[A-Z]\w+\.tsx$/.test(file),
  )
  expect(parts.length).toBeGreaterThan(15)
  expect(parts.filter((file) => !page.includes(`/ui/${file}'`))).toEqual([])
})
