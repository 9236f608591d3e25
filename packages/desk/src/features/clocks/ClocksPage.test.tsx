import type { CalendarFeed, ClockBoard, ClockView, TipClocks } from '@opentipline/contract'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, supervisor, tip } from '../../testing/samples.ts'
import { type Says, serve } from '../../testing/server.ts'

const clock = (more: Partial<ClockView> = {}): ClockView => ({
  key: 'provider hold',
  kind: 'provider hold',
  name: 'provider hold ends',
  what: 'lost',
  at: '2027-11-23T10:00:00.000Z',
  says: 'Synthetic words of a clock',
  force: 'law',
  citation: 'Synthetic citation 1',
  certainty: 'certain',
  certaintySays: 'Synthetic ground.',
  source: 'synthetic source',
  evidence: [],
  ...more,
})
const board = (more: Partial<ClockBoard> = {}): ClockBoard => ({
  rows: [
    {
      tipId: '17',
      reportId: '1017',
      state: 'open',
      provider: 'Example Social',
      place: 'Madison, WI, US',
      clock: clock(),
    },
  ],
  counts: { 'provider hold': 1 },
  at: '2026-11-23T10:00:00.000Z',
  ...more,
})
const feed: CalendarFeed = { made: null }
const at = (address: string, says: Says) => {
  const server = serve({ readSession: officer, listClocks: board(), readCalendarFeed: feed, ...says })
  renderDesk(address)
  return server
}

test('the board tells what ends, whose word it is, and leads to the tip', async () => {
  const server = at('/clocks', {})
  const link = await screen.findByRole('link', { name: 'Tip 17' })
  expect(link.getAttribute('href')).toBe('/tips/17#clocks')
  expect(screen.getByText('Synthetic words of a clock')).toBeTruthy()
  expect(screen.getByText('May be lost')).toBeTruthy()
  await expectAccessible()
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'log window' } })
  fireEvent.click(screen.getByLabelText('Past'))
  await expect
    .poll(() => server.calls.findLast(({ name }) => name === 'listClocks')?.call.query.toString())
    .toBe('kind=log+window&past=true&limit=50')
})

test('a calendar’s address is shown when it was made, once', async () => {
  at('/clocks', {
    makeCalendarFeed: { made: { at: '2026-11-23T10:00:00Z', lastReadAt: null }, address: '/calendar/x.ics' },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Make an address' }))
  const shown = await screen.findByLabelText(/shown only now/)
  expect(shown).toHaveProperty('value', `${globalThis.location.origin}/calendar/x.ics`)
  await expectAccessible()
})

const told: TipClocks = {
  clocks: [clock()],
  warnings: [{ kind: 'port missing', says: 'Synthetic warning', act: 'Synthetic act', evidence: [] }],
  entries: [],
}

test('a letter is recorded on a tip only when it is whole, with its moment in UTC', async () => {
  const server = at('/tips/1', {
    readTip: tip(1),
    readTipClocks: told,
    recordClock: () => {
      throw new TypeError('gone')
    },
  })
  expect(await screen.findByText('Synthetic warning')).toBeTruthy()
  fireEvent.click(screen.getByText('Record a letter or a warrant'))
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }))
  expect(await screen.findByText('Say to whom and when.')).toBeTruthy()
  expect(server.count('recordClock')).toBe(0)
  fireEvent.change(screen.getByLabelText('To which provider'), { target: { value: 'Example Social' } })
  fireEvent.change(screen.getByLabelText(/When it was sent/), { target: { value: '2026-11-20T10:00' } })
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }))
  await expect.poll(() => server.count('recordClock')).toBe(1)
  expect(server.calls.find(({ name }) => name === 'recordClock')?.call.body).toEqual({
    kind: 'preservation letter',
    party: 'Example Social',
    at: new Date('2026-11-20T10:00').toISOString(),
  })
  expect(screen.queryByText('Recorded. Its clock runs.')).toBeNull()
})

test('the table comes empty and says so; only who may change it has the forms', async () => {
  at('/clock-table', { listLogWindows: { windows: [] }, listAgencyTimes: { times: [] } })
  expect(await screen.findByText(/No length is invented/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add an entry' })).toBeNull()
})

test('an entry of the table needs its source', async () => {
  const server = at('/clock-table', {
    readSession: supervisor,
    listLogWindows: { windows: [] },
    listAgencyTimes: { times: [] },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Add an entry' }))
  expect(await screen.findByText(/Fill in every field/)).toBeTruthy()
  expect(server.count('addLogWindow')).toBe(0)
  await expectAccessible()
})
