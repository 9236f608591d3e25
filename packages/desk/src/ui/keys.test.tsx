import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { setPreference } from '../platform/preferences.ts'
import { onKeys } from './keys.ts'

const Pane = ({ act }: { act: () => void }) => (
  <div data-testid="pane" tabIndex={-1} onKeyDown={onKeys({ d: act, ArrowDown: act })}>
    <textarea aria-label="note" />
    <input type="radio" aria-label="kind" />
  </div>
)
const shown = () => {
  const act = vi.fn()
  render(<Pane act={act} />)
  return act
}

test('a letter acts in its part, on a radio too, and not while somebody types', () => {
  const act = shown()
  fireEvent.keyDown(screen.getByTestId('pane'), { key: 'd' })
  fireEvent.keyDown(screen.getByLabelText('kind'), { key: 'd' })
  expect(act).toHaveBeenCalledTimes(2)
  fireEvent.keyDown(screen.getByLabelText('note'), { key: 'd' })
  expect(act).toHaveBeenCalledTimes(2)
})

test('a letter with a modifier belongs to the browser', () => {
  const act = shown()
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    fireEvent.keyDown(screen.getByTestId('pane'), { key: 'd', [modifier]: true })
  expect(act).not.toHaveBeenCalled()
})

test('letters can be switched off; arrows stay', () => {
  const act = shown()
  setPreference('letterKeys', 'off')
  fireEvent.keyDown(screen.getByTestId('pane'), { key: 'd' })
  expect(act).not.toHaveBeenCalled()
  fireEvent.keyDown(screen.getByTestId('pane'), { key: 'ArrowDown' })
  expect(act).toHaveBeenCalledTimes(1)
})
