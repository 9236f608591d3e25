import type { LedgerEntryView, LedgerPage, LedgerVerification } from '@opentipline/contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { auditor, officer } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

const entry = (index: number, more: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  index,
  entryId: `e${index}`,
  at: '2026-11-23T12:00:00.123Z',
  actor: { kind: 'person', id: 'p1', name: 'Robin Sample' },
  actingFor: 'wi',
  action: 'tip.read',
  object: { kind: 'tip', id: '17' },
  reason: null,
  source: '192.0.2.7',
  outcome: 'done',
  details: {},
  signed: true,
  ...more,
})
const found = (entries: LedgerEntryView[], next?: string): LedgerPage => ({
  entries,
  ...(next ? { next } : {}),
  checkpoint: { size: 40, note: 'synthetic' },
  actions: ['tip.read', 'tip.decided'],
})
const verification = (more: Partial<LedgerVerification> = {}): LedgerVerification => ({
  verificationId: 'v1',
  state: 'running',
  startedAt: '2026-11-23T12:00:00Z',
  endedAt: null,
  done: 10,
  size: 40,
  root: null,
  problemCount: 0,
  problems: [],
  ...more,
})
const set = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })

test('the auditor starts at the ledger and sees who did what on what', async () => {
  serve({
    readSession: auditor,
    listLedgerReviews: { reviews: [] },
    searchLedger: found([entry(39), entry(38, { outcome: 'denied', signed: false })]),
  })
  renderDesk('/')
  expect(await screen.findByText('2 entries shown')).toBeTruthy()
  expect(screen.getByText('Denied')).toBeTruthy()
  expect(screen.getByText('not signed yet')).toBeTruthy()
  expect(screen.getByText('The newest signed checkpoint covers 40 entries.')).toBeTruthy()
  expect(screen.getByText('These are all that fit.')).toBeTruthy()
  await expectAccessible()
})

test('a search carries each part to the server, with times in UTC, and so does the export', async () => {
  const server = serve({ readSession: auditor, searchLedger: found([]) })
  renderDesk('/ledger')
  await set('Person (id)', ' p1 ')
  await set('Object (id)', '17')
  await set('From (UTC)', '2026-11-23T10:00')
  await screen.findByRole('option', { name: 'tip.decided' })
  await set('Action', 'tip.decided')
  fireEvent.click(screen.getByRole('button', { name: 'Find' }))
  await waitFor(() => expect(server.count('searchLedger')).toBe(2))
  const query = server.calls.findLast(({ name }) => name === 'searchLedger')?.call.query
  expect(Object.fromEntries(query ?? [])).toEqual({
    person: 'p1',
    objectId: '17',
    action: 'tip.decided',
    from: '2026-11-23T10:00Z',
    limit: '50',
  })
  const href = (await screen.findByRole('link', { name: 'Export what fits' })).getAttribute('href')
  expect(new URLSearchParams(href?.split('?')[1]).get('from')).toBe('2026-11-23T10:00Z')
  expect(await screen.findByText('No entry fits.')).toBeTruthy()
})

test('older entries come when asked for, and a person leads to what they did', async () => {
  const server = serve({
    readSession: auditor,
    listLedgerReviews: { reviews: [] },
    searchLedger: ({ query }) => (query.has('after') ? found([entry(1)]) : found([entry(2)], '2')),
  })
  renderDesk('/ledger')
  fireEvent.click(await screen.findByRole('button', { name: 'Show older ones' }))
  expect(await screen.findByText('2 entries shown')).toBeTruthy()
  expect(server.calls.findLast(({ name }) => name === 'searchLedger')?.call.query.get('after')).toBe('2')
  fireEvent.click(screen.getAllByRole('link', { name: 'Only what Robin Sample did' })[0] ?? document.body)
  await waitFor(() =>
    expect(server.calls.findLast(({ name }) => name === 'searchLedger')?.call.query.get('person')).toBe('p1'),
  )
})

test('a verification tells how far it is, and calls nothing sound before it is', async () => {
  let now = verification()
  serve({
    readSession: auditor,
    listLedgerReviews: { reviews: [] },
    searchLedger: found([]),
    verifyLedger: verification(),
    readLedgerVerification: () => now,
  })
  renderDesk('/ledger')
  fireEvent.click(await screen.findByRole('button', { name: 'Verify now' }))
  expect(await screen.findByText('10 of 40 entries checked')).toBeTruthy()
  expect(screen.getByRole('progressbar')).toBeTruthy()
  expect(screen.queryByText(/^Sound/)).toBeNull()
  await expectAccessible()
  now = verification({ state: 'sound', done: 40, endedAt: '2026-11-23T12:00:04Z', root: 'c3ludGhldGlj' })
  expect(await screen.findByText(/^Sound/)).toBeTruthy()
  expect(screen.getByText('40 of 40 entries checked')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('a ledger that does not fit is an alarm with its places', async () => {
  const wrong = verification({
    state: 'wrong',
    problemCount: 1,
    problems: [{ where: 'entry 17', what: 'Synthetic difference' }],
  })
  serve({
    readSession: auditor,
    listLedgerReviews: { reviews: [] },
    searchLedger: found([]),
    verifyLedger: wrong,
    readLedgerVerification: wrong,
  })
  renderDesk('/ledger')
  fireEvent.click(await screen.findByRole('button', { name: 'Verify now' }))
  expect((await screen.findByRole('alert')).textContent).toContain('entry 17: Synthetic difference')
})

test('who is no auditor is denied in words and has no way there', async () => {
  serve({ readSession: officer, searchLedger: refuse('not-allowed') })
  renderDesk('/ledger')
  expect(await screen.findByText('Your role does not allow this here.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Ledger' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Verify now' })).toBeNull()
})
