import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { placeOf, pointTo } from './pointTo.ts'

test('a pointer leads to its place, or to the nearest thing around it, and opens what hides it', () => {
  const { container } = render(
    <div data-at="/files/0">
      <details>
        <summary>More</summary>
        <p data-at="/files/0/metadata/1">Synthetic</p>
      </details>
    </div>,
  )
  expect(pointTo('/files/0/metadata/1')).toBe(true)
  expect(container.querySelector('details')?.open).toBe(true)
  expect(document.activeElement?.textContent).toBe('Synthetic')
  expect(placeOf('/files/0/ipCaptures/3')).toBe(container.firstElementChild)
})

test('what the page does not show is not pretended to be found', () => {
  expect(pointTo('/files/0')).toBe(false)
  expect(pointTo('finding:ip location /files/0')).toBe(false)
})
