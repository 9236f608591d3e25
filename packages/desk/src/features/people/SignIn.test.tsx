import type { SessionView } from '@opentipline/contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { queryClient } from '../../platform/api.ts'
import { analyst, officer, page, row } from '../../testing/samples.ts'
import { refuse, serve, silence } from '../../testing/server.ts'

const people = {
  demo: true,
  people: [
    {
      personId: 'p1',
      name: 'Robin Sample',
      role: 'officer',
      agency: officer.actingFor.agency,
      about: 'Synthetic',
    },
  ],
} as const
const demo = { ...people, people: [...people.people] }
const ways = { notice: '', passkeys: { origin: window.location.origin, possible: true }, oidc: [] }

test('the demonstration says that nothing is real, and one choice leads to the queue', async () => {
  const server = serve({
    readSession: () => refuse('not-signed-in'),
    listDemoPeople: demo,
    readSignIn: ways,
    signInAsDemoPerson: officer,
    listTips: page([row(1)]),
  })
  renderDesk('/')
  const button = await screen.findByRole('button', { name: /Sign in as Robin Sample/ })
  expect(screen.getByText(/Nothing here is real/)).toBeTruthy()
  await expectAccessible()
  fireEvent.click(button)
  expect(await screen.findByRole('link', { name: 'Synthetic incident 1' })).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'signInAsDemoPerson')?.call.body).toEqual({
    personId: 'p1',
  })
})

test('where there are no demo people the page says how one signs in', async () => {
  serve({
    readSession: refuse('not-signed-in'),
    listDemoPeople: { demo: false, people: [] },
    readSignIn: {
      ...ways,
      notice: 'Synthetic use notice',
      oidc: [{ agencyId: 'wi', name: 'Wisconsin Example Unit' }],
    },
  })
  renderDesk('/queue')
  expect(await screen.findByText(/no passwords/)).toBeTruthy()
  expect(screen.getByText('Synthetic use notice')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Sign in with a passkey' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Sign in by Wisconsin Example Unit' })).toBeTruthy()
  await expectAccessible()
})

test('at an address that passkeys do not belong to, the page leads to the one they do', async () => {
  serve({
    readSession: refuse('not-signed-in'),
    listDemoPeople: { demo: false, people: [] },
    readSignIn: { ...ways, passkeys: { origin: 'https://tipline.example.org', possible: true } },
  })
  renderDesk('/queue')
  expect(await screen.findByRole('link', { name: 'https://tipline.example.org' })).toBeTruthy()
})

test('a session that ends shows the sign-in in place, and says so', async () => {
  serve({
    readSession: officer,
    listTips: () => refuse('not-signed-in'),
    listDemoPeople: demo,
    readSignIn: ways,
  })
  const { router } = renderDesk('/queue?lane=work')
  expect(await screen.findByText(/You were signed out/)).toBeTruthy()
  expect(router.state.location.pathname).toBe('/queue')
})

/** A session at an address of Robin Sample's that lapses, and then somebody signs in on the same page. */
const lapseAndSignIn = async (next: SessionView) => {
  let now: SessionView | undefined = officer
  const server = serve({
    readSession: () => now ?? refuse('not-signed-in'),
    listTips: () => (now ? page([row(1)]) : refuse('not-signed-in')),
    listDemoPeople: demo,
    readSignIn: ways,
    signInAsDemoPerson: () => (now = next),
  })
  const { router } = renderDesk('/queue?lane=held')
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  now = undefined
  await queryClient.refetchQueries({ queryKey: ['readSession', {}] })
  const button = await screen.findByRole('button', { name: /Sign in as Robin Sample/ })
  const asked = server.calls.length
  fireEvent.click(button)
  return { router, askedSince: () => server.calls.slice(asked).map(({ name }) => name) }
}

test('who comes back after their session lapsed is where they were', async () => {
  const { router } = await lapseAndSignIn(officer)
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  expect(router.state.location.pathname).toBe('/queue')
  expect(router.state.location.search).toEqual({ lane: 'held' })
})

test('who signs in after another person begins at their own start, and asks for nothing of the other page', async () => {
  const { router, askedSince } = await lapseAndSignIn(analyst)
  await waitFor(() => expect(router.state.location.pathname).toBe('/clearinghouse'))
  await screen.findByRole('navigation', { name: 'Main' })
  expect(askedSince()).not.toContain('listTips')
})

test.each(['/join', '/join#half-of-a-link'])(
  'at %s it is said what to do about a link that is not whole, and the server is not asked',
  async (address) => {
    const server = serve({ readSession: refuse('not-signed-in'), readSignIn: ways })
    renderDesk(address)
    expect(await screen.findByText('The link is not whole.')).toBeTruthy()
    expect(screen.getByText(/ask an administrator of your agency/)).toBeTruthy()
    expect(server.count('readInvitation')).toBe(0)
    await expectAccessible()
  },
)

test('a refused field is told once, at its place', async () => {
  const message = 'must be a synthetic value'
  const at = [{ path: '/body/token', message }]
  serve({
    readSession: refuse('not-signed-in'),
    readSignIn: ways,
    readInvitation: refuse('bad-request', { detail: `/body/token ${message}`, at }),
  })
  renderDesk(`/join#${'a'.repeat(43)}`)
  expect(await screen.findAllByText(new RegExp(message))).toHaveLength(1)
})

test('no answer is told apart from nobody being signed in', async () => {
  serve({ readSession: silence })
  renderDesk('/queue')
  expect(await screen.findByText('There is no answer from the server.')).toBeTruthy()
})
