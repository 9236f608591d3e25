import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../testing/axe.ts'
import { Menu } from './Menu.tsx'

const shown = () => {
  render(
    <main>
      <Menu label="Agency">
        <a href="#one">One</a>
        <input aria-label="Word" />
      </Menu>
      <button type="button">Elsewhere</button>
    </main>,
  )
  return screen.getByRole('button', { name: /Agency/ })
}

test('a menu says whether it is open, and what is in it is there only then', async () => {
  const button = shown()
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('link', { name: 'One' })).toBeNull()
  fireEvent.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('link', { name: 'One' })).toBeTruthy()
  await expectAccessible()
})

test('Escape closes it and gives the focus back to its button', () => {
  const button = shown()
  fireEvent.click(button)
  screen.getByRole('link', { name: 'One' }).focus()
  fireEvent.keyDown(screen.getByRole('link', { name: 'One' }), { key: 'Escape' })
  expect(screen.queryByRole('link', { name: 'One' })).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('a link closes it, a field does not, and going elsewhere does', () => {
  const button = shown()
  fireEvent.click(button)
  fireEvent.click(screen.getByLabelText('Word'))
  expect(screen.getByRole('link', { name: 'One' })).toBeTruthy()
  fireEvent.click(screen.getByRole('link', { name: 'One' }))
  expect(screen.queryByRole('link', { name: 'One' })).toBeNull()
  fireEvent.click(button)
  fireEvent.pointerDown(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(screen.queryByRole('link', { name: 'One' })).toBeNull()
})
