import { type DecisionView, emptyReport, viewStates } from '@opentipline/contract'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { setPreference } from '../../platform/preferences.ts'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { refuse, type Says, serve } from '../../testing/server.ts'

const decision = (more: Partial<DecisionView> = {}): DecisionView => ({
  decisionId: 'd1',
  kind: 'decline',
  reasons: ['duplicate'],
  note: '',
  decidedBy: 'Robin Sample',
  decidedAt: '2026-11-23T12:00:00Z',
  takesEffectAt: '2026-11-23T12:00:10Z',
  undoneAt: null,
  referTo: null,
  holdUntil: null,
  policy: { id: 'default', version: 3 },
  madeBefore: [],
  ...more,
})

const plainFile = {
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
}

const show = (says: Says) => {
  const server = serve({
    readSession: officer,
    listTips: page([row(1), row(2)]),
    readTip: ({ params }) => tip(Number(params['tipId'])),
    listAgencies: { agencies: [] },
    ...says,
  })
  return { ...server, ...renderDesk('/tips/1?lane=work') }
}

const title = (number: number) =>
  screen.findByRole('heading', { level: 1, name: `Synthetic incident ${number}` })
const decline = async () => {
  fireEvent.click(await screen.findByRole('radio', { name: /Decline/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Already worked under another tip' }))
}

test('the three voices stand apart, and recipients and children are said not to be suspects', async () => {
  show({})
  await title(1)
  for (const voice of ['Stated by the provider', 'Derived by machine', 'Written by analysts'])
    expect(screen.getByRole('region', { name: voice })).toBeTruthy()
  const stated = within(screen.getByRole('region', { name: 'Stated by the provider' }))
  expect(stated.getByText('synthetic_1')).toBeTruthy()
  expect(stated.getByText(/Not a suspect: received/)).toBeTruthy()
  expect(stated.getByText(/Not a suspect: a child/)).toBeTruthy()
  await expectAccessible()
})

test('a file is words and figures: each of the four view states has its own, and there is no picture', async () => {
  const files = viewStates.map((viewState, index) => ({ ...plainFile, fileId: `file-${index}`, viewState }))
  show({ readTip: tip(1, { report: { ...emptyReport('reporting-xml'), files } }) })
  await title(1)
  const shown = [...document.querySelectorAll('.view-state')].map((each) => each.textContent)
  expect(new Set(shown).size).toBe(4)
  expect(document.querySelectorAll('main img, main video, main picture').length).toBe(0)
})

test('evidence leads to its place on the page', async () => {
  show({})
  await title(1)
  fireEvent.click(screen.getByRole('button', { name: 'Reported person 1, Address and time 1' }))
  expect(document.activeElement?.getAttribute('data-at')).toBe('/parties/0/ipCaptures/0')
})

test('nothing is said to be recorded before the server has answered', async () => {
  const answer = Promise.withResolvers<DecisionView>()
  const server = show({ decide: () => answer.promise })
  await title(1)
  await decline()
  fireEvent.click(screen.getByRole('button', { name: /Decide and next/ }))
  expect(await screen.findByText(/nothing is recorded yet/)).toBeTruthy()
  expect(screen.queryByText(/Recorded:/)).toBeNull()
  answer.resolve(decision())
  expect(await screen.findByText(/Recorded: Decline, tip 1\./)).toBeTruthy()
  await title(2)
  expect(server.calls.find(({ name }) => name === 'decide')?.call.body).toEqual({
    kind: 'decline',
    reasons: ['duplicate'],
    note: '',
  })
})

test('each reading is recorded, so that a tip is read once and its neighbours not at all', async () => {
  const server = show({})
  await title(1)
  fireEvent.focus(window)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(
    server.calls.filter(({ name }) => name === 'readTip').map(({ call }) => call.params['tipId']),
  ).toEqual(['1'])
})

test('back in the queue, a tip that was read is unread no more, without asking again', async () => {
  const { router, count } = show({ listTips: page([row(1, { unread: true }), row(2, { unread: true })]) })
  await title(1)
  await router.navigate({ to: '/queue', search: { lane: 'work' } })
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  expect(screen.getAllByText('Unread').length).toBe(1)
  expect(count('listTips')).toBe(1)
})

test('a refused decision stays in the pane with everything that was entered', async () => {
  show({ decide: refuse('conflict') })
  await title(1)
  await decline()
  fireEvent.change(screen.getByRole('textbox', { name: /^Note/ }), { target: { value: 'Synthetic note 17' } })
  fireEvent.keyDown(screen.getByRole('textbox', { name: /^Note/ }), { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText(/Somebody changed this in the meantime/)).toBeTruthy()
  expect(screen.getByDisplayValue('Synthetic note 17')).toBeTruthy()
  expect(screen.queryByText(/Recorded:/)).toBeNull()
})

test('in Spanish, that a colleague is with the tip is told in Spanish, and who it is', async () => {
  const detail = 'Robin Sample is on this tip until 2026-11-23 12:00 UTC. You may take it over.'
  show({ decide: refuse('leased', { detail }) })
  await title(1)
  await decline()
  setPreference('language', 'es')
  fireEvent.click(await screen.findByRole('button', { name: /Decidir y seguir/ }))
  const told = await screen.findByText(/^Robin Sample está con este aviso/)
  expect(told.textContent).toBe(
    'Robin Sample está con este aviso hasta 2026-11-23 12:00 UTC. Puede tomarlo usted.',
  )
})

test('an unfinished entry is still there after a look at another tip', async () => {
  const { router } = show({})
  await title(1)
  await decline()
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '2' }, search: { lane: 'work' } })
  await title(2)
  expect(screen.queryByRole('checkbox')).toBeNull()
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '1' }, search: { lane: 'work' } })
  await title(1)
  const kept = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Already worked under another tip' })
  expect(kept.checked).toBe(true)
})

test('what is missing is told at its field, and nothing is sent', async () => {
  const server = show({})
  await title(1)
  fireEvent.keyDown(await title(1), { key: 'h' })
  fireEvent.click(screen.getByRole('button', { name: /Decide and stay/ }))
  expect(screen.getByText('Choose a day in the future.')).toBeTruthy()
  expect(screen.getByText('Choose at least one reason.')).toBeTruthy()
  expect(server.count('decide')).toBe(0)
})

test('z takes back what was decided, and the words come from the answer', async () => {
  const server = show({ decide: decision(), undoDecision: decision({ undoneAt: '2026-11-23T12:00:05Z' }) })
  await title(1)
  await decline()
  fireEvent.keyDown(screen.getByRole('radio', { name: /Decline/ }), { key: 'Enter', ctrlKey: true })
  const second = await title(2)
  await screen.findByText(/Recorded: Decline, tip 1\./)
  fireEvent.keyDown(second, { key: 'z' })
  expect(await screen.findByText(/Undone: tip 1 is as it was/)).toBeTruthy()
  expect(server.count('undoDecision')).toBe(1)
})

test('an undo that comes too late says so and does not pretend', async () => {
  show({ decide: decision(), undoDecision: refuse('already-decided') })
  await title(1)
  await decline()
  fireEvent.click(screen.getByRole('button', { name: /Decide and next/ }))
  fireEvent.click(await screen.findByRole('button', { name: /Undo/ }))
  expect(await screen.findByText(/already taken effect/)).toBeTruthy()
  expect(screen.queryByText(/Undone:/)).toBeNull()
})

test('a decision on record shows its reasons, what became known since, and the way back', async () => {
  const server = show({
    readTip: tip(1, {
      row: row(1, { state: 'declined', lane: 'done' }),
      decisions: [decision({ madeBefore: ['Synthetic link'] })],
    }),
    reopenTip: {},
  })
  await title(1)
  const pane = within(screen.getByRole('region', { name: 'Decision on record' }))
  expect(pane.getByText('Already worked under another tip')).toBeTruthy()
  expect(pane.getByText('Synthetic link')).toBeTruthy()
  fireEvent.click(pane.getByRole('button', { name: 'Reopen' }))
  await waitFor(() => expect(server.count('reopenTip')).toBe(1))
  await waitFor(() => expect(server.count('readTip')).toBe(2))
})

test('of several decisions the newest that was not taken back stands', async () => {
  const older = decision({ decisionId: 'd1', kind: 'pursue', reasons: ['child-at-risk'] })
  const undone = decision({ decisionId: 'd3', kind: 'refer', undoneAt: '2026-11-23T12:00:05Z' })
  const decisions = [undone, decision({ decisionId: 'd2' }), older]
  show({ readTip: tip(1, { row: row(1, { state: 'declined', lane: 'done' }), decisions }) })
  await title(1)
  const pane = within(screen.getByRole('region', { name: 'Decision on record' }))
  expect(pane.getByText('Decline')).toBeTruthy()
  expect(pane.queryByText('Pursue')).toBeNull()
})

test('what one may not see is denied calmly, in words', async () => {
  show({ readTip: refuse('not-found') })
  expect(await screen.findByText('There is nothing here that you may see.')).toBeTruthy()
})
