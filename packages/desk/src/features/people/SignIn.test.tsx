import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row } from '../../testing/samples.ts'
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

test('no answer is told apart from nobody being signed in', async () => {
  serve({ readSession: silence })
  renderDesk('/queue')
  expect(await screen.findByText('There is no answer from the server.', {}, { timeout: 8000 })).toBeTruthy()
}, 10_000)
