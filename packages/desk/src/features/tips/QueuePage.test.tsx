import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

const rowLink = (number: number) => screen.findByRole('link', { name: `Synthetic incident ${number}` })

test('a row tells both scores apart, its reasons, and what is not known as not known', async () => {
  serve({
    readSession: officer,
    listTips: page([row(1, { provider: null, place: null, fileCount: 2, unviewedFileCount: 1 })]),
  })
  renderDesk('/queue?lane=work')
  await rowLink(1)
  expect(screen.getByText('Risk: at least 40, at most 90')).toBeTruthy()
  expect(screen.getByText('Actionability: 60')).toBeTruthy()
  expect(screen.getByText('Synthetic reason 1')).toBeTruthy()
  expect(screen.getByText('Provider not stated')).toBeTruthy()
  expect(screen.getByText('No place known')).toBeTruthy()
  expect(screen.getByText('1 not stated as viewed')).toBeTruthy()
  await expectAccessible()
})

test('j and the arrow move the focus, and Tab reaches one row', async () => {
  serve({ readSession: officer, listTips: page([row(1), row(2), row(3)]) })
  renderDesk('/queue?lane=work')
  const first = await rowLink(1)
  first.focus()
  fireEvent.keyDown(first, { key: 'j' })
  const second = await rowLink(2)
  await waitFor(() => expect(document.activeElement).toBe(second))
  fireEvent.keyDown(second, { key: 'ArrowUp' })
  await waitFor(() => expect(document.activeElement).toBe(first))
  expect(document.querySelectorAll('[data-tip][tabindex="0"]').length).toBe(1)
})

test('the filters of the address are asked of the server', async () => {
  const server = serve({ readSession: officer, listTips: page([]) })
  renderDesk('/queue?lane=enrich&search=synthetic&band=band%20two')
  expect(await screen.findByText('No tip in this lane matches the filters.')).toBeTruthy()
  const { query } = server.calls.find(({ name }) => name === 'listTips')?.call ?? {}
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    lane: 'enrich',
    search: 'synthetic',
    band: 'band two',
  })
})

const onlyWork = ({ query }: { query: URLSearchParams }) =>
  query.get('lane') === 'work' ? page([row(1)]) : page([], { counts: { now: 0, work: 1 } })

test('whoever names no lane is led from an empty one to where something waits', async () => {
  serve({ readSession: officer, listTips: onlyWork })
  const { router } = renderDesk('/queue')
  await rowLink(1)
  expect(router.state.location.search).toMatchObject({ lane: 'work' })
})

test('an empty lane that was asked for stays, and says so', async () => {
  serve({ readSession: officer, listTips: page([], { counts: { work: 3 } }) })
  renderDesk('/queue?lane=held')
  expect(await screen.findByText('Nothing is waiting in this lane.')).toBeTruthy()
})

test('a refusal and a failure are told apart, with the number of the request', async () => {
  serve({ readSession: officer, listTips: refuse('server-error') })
  renderDesk('/queue?lane=work')
  expect(await screen.findByText('Something failed on the server. Nothing was stored.')).toBeTruthy()
  expect(screen.getByText(/request-17/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('the next page is fetched by its mark', async () => {
  const server = serve({
    readSession: officer,
    readTip: tip(),
    listTips: ({ query }) =>
      query.get('after') === 'mark'
        ? page([row(2)], { counts: { work: 2 } })
        : page([row(1)], { counts: { work: 2 }, next: 'mark' }),
  })
  renderDesk('/queue?lane=work')
  await rowLink(2)
  expect(server.calls.filter(({ call }) => call.query.get('after') === 'mark').length).toBe(1)
})
