import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { analyst, officer, page, row, tip } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'
import { emptyPlace, placeFaults, placeRequest } from './placeDraft.ts'

const saved = {
  correctionId: '5',
  role: 'child',
  place: 'WI, US',
  because: 'Synthetic reason',
  by: 'Example',
  at: '2026-11-23T10:00:00Z',
} as const

test('a place is corrected from the tip with a reason, and the tip is read again', async () => {
  const server = serve({
    readSession: officer,
    readTip: tip(1),
    listTips: page([row(1)]),
    correctPlace: saved,
  })
  renderDesk('/tips/1')
  fireEvent.click(await screen.findByRole('button', { name: 'Correct a place' }))
  await expectAccessible()
  fireEvent.click(screen.getByRole('radio', { name: 'The child' }))
  fireEvent.change(screen.getByLabelText('State or territory'), { target: { value: 'WI' } })
  fireEvent.change(screen.getByLabelText('City'), { target: { value: 'Example City' } })
  fireEvent.click(screen.getByRole('button', { name: 'Record the place' }))
  expect(server.count('correctPlace')).toBe(0)
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: 'Synthetic reason' } })
  fireEvent.click(screen.getByRole('button', { name: 'Record the place' }))
  expect(await screen.findByText(/being judged and routed anew/)).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'correctPlace')?.call).toMatchObject({
    params: { reportId: tip(1).row.reportId },
    body: { role: 'child', country: 'US', region: 'WI', city: 'Example City', because: 'Synthetic reason' },
  })
  await expect.poll(() => server.count('readTip')).toBe(2)
})

test('the clearinghouse corrects the place of a report that no rule could route', async () => {
  const unrouted = [{ reportId: '18', provider: null, since: '2026-11-23T10:00:00Z', missing: [] }]
  const server = serve({
    readSession: analyst,
    readPipeline: {
      waiting: {},
      stuck: [],
      unrouted,
      received: { fiveMinutes: 0, hour: 0, day: 0 },
      stages: [],
    },
    correctPlace: saved,
  })
  renderDesk('/clearinghouse/unrouted')
  fireEvent.click(await screen.findByRole('button', { name: 'Correct a place' }))
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: 'Synthetic reason' } })
  fireEvent.click(screen.getByRole('button', { name: 'Record the place' }))
  await expect.poll(() => server.count('correctPlace')).toBe(1)
})

test('what people corrected stands with who, and why', async () => {
  serve({ readSession: officer, readTip: tip(1, { corrections: [saved] }), listTips: page([row(1)]) })
  renderDesk('/tips/1')
  expect(await screen.findByText('The child: WI, US')).toBeTruthy()
  expect(screen.getByText(/Synthetic reason/)).toBeTruthy()
})

test('a county belongs to its state, and what is empty is not sent', () => {
  expect(placeFaults({ ...emptyPlace, region: 'WI', countyFips: '55025' })).toEqual([])
  expect(placeFaults({ ...emptyPlace, region: 'WA', countyFips: '55025' })).toEqual(['county'])
  expect(placeFaults({ ...emptyPlace, countyFips: '55025' })).toEqual(['county'])
  expect(placeFaults({ ...emptyPlace, country: 'Canada' })).toEqual(['country'])
  expect(placeRequest({ ...emptyPlace, country: 'ca', region: 'Ontario' }, 'Why')).toEqual({
    role: 'subject',
    country: 'CA',
    region: 'Ontario',
    because: 'Why',
  })
})
