import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { auditor, officer, page, row } from '../../testing/samples.ts'
import { refuse, serve, silence } from '../../testing/server.ts'
import { queryClient } from '../../platform/api.ts'

const unlock = { name: `Go on as ${officer.person.name}` }

test('a desk that the server calls locked shows nothing of its page, and the same page when it is unlocked', async () => {
  let locked = false
  const server = serve({
    readSession: () => ({ ...officer, locked }),
    listTips: () => (locked ? refuse('session-locked') : page([row(1)])),
    lockSession: () => {
      locked = true
      return {}
    },
    stepUpAsDemoPerson: () => {
      locked = false
      return officer
    },
  })
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  const search = screen.getByRole('searchbox')
  fireEvent.change(search, { target: { value: 'half written' } })
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  fireEvent.change(await screen.findByRole('combobox', { name: 'Type to find a command' }), {
    target: { value: 'lock the desk' },
  })
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Type to find a command' }), { key: 'Enter' })
  expect(await screen.findByRole('button', unlock)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Synthetic incident 1' })).toBeNull()
  expect(document.title).toBe('Locked')
  await waitFor(() => expect(server.count('lockSession')).toBe(1))
  await expectAccessible()
  fireEvent.click(screen.getByRole('button', unlock))
  expect(await screen.findByRole('link', { name: 'Synthetic incident 1' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('half written')
  expect(server.calls.find(({ name }) => name === 'stepUpAsDemoPerson')?.call.body).toEqual({
    thisIsADemonstration: true,
  })
})

/** A server with an officer signed in, whom it locks when it can be reached. */
const lockable = (isReachable: () => boolean = () => true) => {
  let locked = false
  const server = serve({
    readSession: () => ({ ...officer, locked }),
    listTips: () => (locked ? refuse('session-locked') : page([row(1)])),
    lockSession: () => {
      if (!isReachable()) return silence
      locked = true
      return {}
    },
  })
  return { ...server, open: () => (locked = false) }
}

test('a lock that the server was not told of stands when the desk is loaded anew: the server is told before it is asked', async () => {
  let reachable = false
  const server = lockable(() => reachable)
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  fireEvent.click(screen.getByRole('button', { name: 'Lock the desk', hidden: true }))
  await screen.findByRole('button', unlock)
  cleanup()
  queryClient.clear()
  const before = server.calls.length
  reachable = true
  renderDesk('/queue?lane=work')
  await screen.findByRole('button', unlock)
  const asked = server.calls.slice(before).map(({ name }) => name)
  expect(asked.indexOf('lockSession')).toBeGreaterThan(-1)
  expect(asked.indexOf('lockSession')).toBeLessThan(asked.indexOf('readSession'))
  expect(screen.queryByText('Synthetic incident 1')).toBeNull()
})

test('the pages of a browser are locked together, and ask the server when one of them is opened', async () => {
  const server = lockable()
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  const other = new BroadcastChannel('tipline.lock')
  other.postMessage('locked')
  await screen.findByRole('button', unlock)
  expect(screen.queryByRole('link', { name: 'Synthetic incident 1' })).toBeNull()
  server.open()
  other.postMessage('unlocked')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  other.close()
})

test('an act that asks for a fresh proof opens the dialog, and goes on when it is given', async () => {
  let proven = false
  const server = serve({
    readSession: auditor,
    searchLedger: () => (proven ? { entries: [], checkpoint: null, actions: [] } : refuse('step-up-needed')),
    stepUpAsDemoPerson: () => {
      proven = true
      return auditor
    },
  })
  renderDesk('/ledger')
  fireEvent.click(await screen.findByRole('button', { name: `Go on as ${auditor.person.name}` }))
  expect(await screen.findByText('No entry fits.')).toBeTruthy()
  expect(server.count('searchLedger')).toBe(2)
})

test('a proof that is not given leaves the act undone, and says so', async () => {
  serve({ readSession: auditor, searchLedger: refuse('step-up-needed') })
  renderDesk('/ledger')
  await screen.findByRole('heading', { name: 'Is it you?' })
  await expectAccessible()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(await screen.findByText('Prove first that it is you.')).toBeTruthy()
})
