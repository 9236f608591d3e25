import type { OwnSettings } from '@opentipline/contract'
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { letterKeysOn, meaningOf, takeSettings } from '../../platform/preferences.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

const usual: OwnSettings = {
  language: 'en',
  appearance: 'system',
  density: 'comfortable',
  timeZone: null,
  letterKeys: true,
  keys: [],
}
afterEach(() => takeSettings(usual))

test('a clash of two keys is told and not sent; when it is mended the settings are kept', async () => {
  const sent = serve({ readSession: officer, readOwnSettings: { settings: usual }, setOwnSettings: usual })
  renderDesk('/settings')
  fireEvent.change(await screen.findByLabelText('Key for: Pursue'), { target: { value: 'd' } })
  expect(screen.getByText(/would do two things: Pursue, Decline/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Keep these settings' }))
  expect(sent.count('setOwnSettings')).toBe(0)
  fireEvent.change(screen.getByLabelText('Key for: Decline'), { target: { value: '' } })
  expect(screen.queryByText(/would do two things/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Keep these settings' }))
  await screen.findByText('Kept.')
  expect(sent.calls.find(({ name }) => name === 'setOwnSettings')?.call.body).toMatchObject({
    keys: [
      { action: 'pursue', key: 'd' },
      { action: 'decline', key: null },
    ],
  })
})

test('a key that was given to another action acts for that one, and its usual action has none', () => {
  expect(meaningOf('d')).toBe('d')
  takeSettings({
    ...usual,
    letterKeys: false,
    keys: [
      { action: 'pursue', key: 'd' },
      { action: 'decline', key: null },
    ],
  })
  expect(meaningOf('d')).toBe('p')
  expect(meaningOf('p')).toBeUndefined()
  expect(meaningOf('j')).toBe('j')
  expect(letterKeysOn()).toBe(false)
})
