import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

/** Every part there is, by the name of its file. */
const parts = Object.keys(import.meta.glob('../../ui/*.tsx'))
  .filter((file) => !file.includes('.test.'))
  .map((file) => /(\w+)\.tsx$/.exec(file)?.[1] ?? '')

test('the catalogue shows every part of the desk', async () => {
  serve({ readSession: officer })
  renderDesk('/about/parts')
  await screen.findByRole('heading', { name: 'Notice' })
  const shown = screen
    .getAllByRole('heading', { level: 2 })
    .flatMap((each) => (each.textContent ?? '').split(', '))
  expect(parts.length).toBeGreaterThan(10)
  expect(parts.filter((part) => !shown.includes(part))).toEqual([])
})
