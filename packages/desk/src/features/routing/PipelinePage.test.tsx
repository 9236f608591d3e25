import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { analyst, officer } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

const view = {
  waiting: { enrich: 3 },
  stuck: [
    {
      reportId: '17',
      stage: 'enrich',
      attempts: 5,
      lastError: 'Synthetic fault',
      since: '2026-11-23T10:00:00Z',
    },
  ],
  unrouted: [
    { reportId: '18', provider: null, since: '2026-11-23T10:00:00Z', missing: ['Any place at all'] },
  ],
  received: { fiveMinutes: 2, hour: 12, day: 40 },
  stages: [
    { stage: 'enrich', waiting: 3, oldestAt: '2026-11-23T10:00:00Z', retrying: 1, stuck: 1 },
    { stage: 'route', waiting: 0, oldestAt: null, retrying: 0, stuck: 0 },
  ],
}
const agencies = { agencies: [officer.actingFor.agency, analyst.actingFor.agency] }

test('the clearinghouse starts at its own page and sees what is stuck and why', async () => {
  const server = serve({ readSession: analyst, readPipeline: view, retryStuck: {} })
  renderDesk('/')
  expect(await screen.findByText('Synthetic fault')).toBeTruthy()
  await expectAccessible()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/Taken up again/)).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'retryStuck')?.call.params).toEqual({ reportId: '17' })
})

test('routing by hand needs an agency and a reason, and never goes back to the clearinghouse', async () => {
  const server = serve({ readSession: analyst, readPipeline: view, listAgencies: agencies, routeByHand: {} })
  renderDesk('/clearinghouse/unrouted')
  fireEvent.click(await screen.findByRole('button', { name: 'Route by hand' }))
  fireEvent.click(screen.getByRole('button', { name: 'Make available' }))
  expect(screen.getByText('Say why, and choose an agency.')).toBeTruthy()
  expect(server.count('routeByHand')).toBe(0)
  await screen.findByRole('option', { name: 'Wisconsin Example Unit' })
  expect(screen.queryByRole('option', { name: 'Example Clearinghouse' })).toBeNull()
  fireEvent.change(screen.getByLabelText('Make available to'), { target: { value: 'wi' } })
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: 'Synthetic ground' } })
  fireEvent.click(screen.getByRole('button', { name: 'Make available' }))
  expect(await screen.findByText('Made available to Wisconsin Example Unit.')).toBeTruthy()
  expect(server.count('routeByHand')).toBe(1)
})

test('an officer who comes here is denied in words', async () => {
  serve({
    readSession: officer,
    readPipeline: refuse('not-allowed', { detail: 'As officer you may not do this.' }),
  })
  renderDesk('/clearinghouse')
  expect(await screen.findByText('Your role does not allow this here.')).toBeTruthy()
  expect(screen.queryByText('Stuck (0)')).toBeNull()
})
