import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row } from '../../testing/samples.ts'
import { refuse, serve, silence } from '../../testing/server.ts'
import { queryClient } from '../../platform/api.ts'
import { signOutOwed } from './owed.ts'
import { sessionQuery } from './session.ts'

const ways = { notice: '', passkeys: { origin: window.location.origin, possible: true }, oidc: [] }
const nobody = { demo: false, people: [] }

afterEach(signOutOwed.told)

/** A server with an officer signed in, until it is told of the sign-out; `fails` says what it answers in place of hearing it. */
const officerSignedIn = (fails: () => ReturnType<typeof refuse> | undefined = () => undefined) => {
  let signedIn = true
  return serve({
    readSession: () => (signedIn ? officer : refuse('not-signed-in')),
    listTips: page([row(1)]),
    listDemoPeople: nobody,
    readSignIn: ways,
    endSession: () => {
      const failure = fails()
      if (failure) return failure
      signedIn = false
      return {}
    },
  })
}

test.each([
  ['does not answer', silence],
  ['cannot do it', refuse('not-ready')],
])(
  'signing out leaves nothing on the screen where the server %s, and tells it as soon as it can',
  async (_, failure) => {
    let reachable = false
    const server = officerSignedIn(() => (reachable ? undefined : failure))
    renderDesk('/queue?lane=work')
    await screen.findByRole('link', { name: 'Synthetic incident 1' })
    fireEvent.click(screen.getByRole('button', { name: 'Sign out', hidden: true }))
    await screen.findByRole('heading', { name: 'Signed out on this screen' })
    expect(screen.queryByText('Synthetic incident 1')).toBeNull()
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
    expect(document.title).toContain('Signed out')
    await expectAccessible()
    reachable = true
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
    await screen.findByRole('button', { name: 'Sign in with a passkey' })
    expect(server.count('endSession')).toBeGreaterThanOrEqual(2)
  },
)

test('a page opened later tells of the sign-out before it asks who is signed in', async () => {
  signOutOwed.owe()
  const server = officerSignedIn()
  renderDesk('/queue?lane=work')
  await screen.findByRole('button', { name: 'Sign in with a passkey' })
  const asked = server.calls.map(({ name }) => name)
  expect(asked.indexOf('endSession')).toBeLessThan(asked.indexOf('readSession'))
  expect(server.count('listTips')).toBe(0)
})

test('what another page of the browser told is not told again: somebody may have signed in since', async () => {
  const server = officerSignedIn(() => silence)
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  fireEvent.click(screen.getByRole('button', { name: 'Sign out', hidden: true }))
  await screen.findByRole('heading', { name: 'Signed out on this screen' })
  localStorage.removeItem('tipline.sign-out-owed')
  window.dispatchEvent(new StorageEvent('storage', { key: 'tipline.sign-out-owed' }))
  await screen.findByRole('button', { name: 'Sign in with a passkey' })
  const told = server.count('endSession')
  await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey })
  expect(server.count('endSession')).toBe(told)
})

test('the other pages of a browser are left with the one that signed out', async () => {
  officerSignedIn()
  renderDesk('/queue?lane=work')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  const other = new BroadcastChannel('tipline.signed-out')
  other.postMessage(null)
  await screen.findByRole('button', { name: 'Sign in with a passkey' })
  other.close()
  expect(screen.queryByText('Synthetic incident 1')).toBeNull()
})
