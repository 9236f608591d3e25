import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

test('the parts are there in their states, and axe finds nothing in any', async () => {
  serve({ readSession: officer })
  renderDesk('/about/parts')
  expect(await screen.findByRole('heading', { name: 'Parts of the desk' })).toBeTruthy()
  await expectAccessible()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(screen.getByRole('dialog')).toBeTruthy()
  await expectAccessible()
})
