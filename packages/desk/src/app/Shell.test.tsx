import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { en } from '../messages/en.ts'
import { setPreference } from '../platform/preferences.ts'
import { expectAccessible } from '../testing/axe.ts'
import { renderDesk } from '../testing/renderDesk.tsx'
import { analyst, officer, page, row } from '../testing/samples.ts'
import { serve } from '../testing/server.ts'

test('a role sees the ways it has, and no other', async () => {
  serve({ readSession: analyst })
  renderDesk('/about')
  const ways = within(await screen.findByRole('navigation', { name: 'Main' }))
  expect(ways.getByRole('link', { name: 'Clearinghouse' })).toBeTruthy()
  expect(ways.queryByRole('link', { name: 'Queue' })).toBeNull()
})

test('the commands open with Ctrl and K, are found by typing, and run with Enter', async () => {
  serve({ readSession: officer, listTips: page([row(1)]) })
  const { router } = renderDesk('/about')
  await screen.findByRole('button', { name: /Commands/ })
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  const box = await screen.findByRole('combobox', { name: 'Type to find a command' })
  expect(document.activeElement).toBe(box)
  await expectAccessible()
  fireEvent.change(box, { target: { value: 'lane held' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  await waitFor(() => expect(router.state.location.search).toEqual({ lane: 'held' }))
  expect(screen.queryByRole('combobox', { name: 'Type to find a command' })).toBeNull()
})

test('an officer of two agencies who acts for the other one keeps nothing of the first on the screen', async () => {
  const other = {
    agency: { agencyId: 'mn', name: 'Minnesota Example Unit', kind: 'task force' },
    role: 'officer',
  } as const
  const both = { ...officer, memberships: [officer.actingFor, other] }
  let acting = both
  serve({
    readSession: () => acting,
    actFor: () => (acting = { ...both, actingFor: { ...other, agency: { ...other.agency } } }),
    listTips: () => (acting.actingFor.agency.agencyId === 'mn' ? page([row(2)]) : page([row(1)])),
  })
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  fireEvent.click(screen.getByRole('button', { name: /Wisconsin|Example|Task Force/ }))
  fireEvent.change(screen.getByLabelText('Acting for'), { target: { value: 'mn' } })
  await screen.findByRole('link', { name: 'Synthetic incident 2' })
  expect(screen.queryByRole('link', { name: 'Synthetic incident 1' })).toBeNull()
})

test('the language can be changed, and the page says which it is', async () => {
  serve({ readSession: officer })
  setPreference('language', 'es')
  renderDesk('/about')
  expect(await screen.findByRole('heading', { name: 'Qué es esto' })).toBeTruthy()
  await waitFor(() => expect(document.documentElement.lang).toBe('es'))
})

test('without a network the desk says so over every page, until there is one again', async () => {
  serve({ readSession: officer, listTips: page([row(1)]) })
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  expect(screen.queryByText(en.common.offline)).toBeNull()
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  fireEvent(window, new Event('offline'))
  expect(screen.getByText(en.common.offline).closest('[role="status"]')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Synthetic incident 1' })).toBeTruthy()
  online.mockRestore()
  fireEvent(window, new Event('online'))
  expect(screen.queryByText(en.common.offline)).toBeNull()
})

test('an address that leads nowhere says so', async () => {
  serve({ readSession: officer })
  renderDesk('/nowhere')
  expect(await screen.findByText('There is no page at this address.')).toBeTruthy()
})
