import type { AgencyPolicy, PolicyList, PolicyPreview, PolicyText } from '@opentipline/contract'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, supervisor } from '../../testing/samples.ts'
import { refuse, type Says, serve } from '../../testing/server.ts'

const act = { by: 'Robin Sample', at: '2026-11-23T12:00:00Z' }
const own = (more: Partial<AgencyPolicy> = {}): AgencyPolicy => ({
  policyId: 'wi.shipped',
  version: 1,
  name: 'Synthetic own policy',
  basedOn: { id: 'shipped', version: 1 },
  state: 'draft',
  edited: act,
  proposed: null,
  because: null,
  approved: null,
  activeFrom: null,
  activeUntil: null,
  ...more,
})
const list = (more: Partial<PolicyList> = {}): PolicyList => ({
  inForce: { id: 'shipped', version: 1, name: 'Synthetic shipped policy' },
  shipped: [{ id: 'shipped', version: 1, name: 'Synthetic shipped policy', about: 'Synthetic about' }],
  own: [],
  secondPerson: true,
  activating: null,
  ...more,
})
const text = (more: Partial<PolicyText> = {}): PolicyText => ({
  policyId: 'wi.shipped',
  version: 1,
  text: 'id: wi.shipped\nversion: 1\nbands: []\n',
  problems: [],
  remarks: [],
  own: own(),
  ...more,
})
const button = (name: string) => screen.findByRole('button', { name })
const at = (address: string, says: Says) => {
  const server = serve({ readSession: officer, listPolicies: list(), readPolicy: text(), ...says })
  renderDesk(address)
  return server
}
const draftAt = '/policies/wi.shipped/1'

test('the list tells which policy is in force, and a shipped one is copied into a draft', async () => {
  const server = at('/policies', { copyPolicy: text() })
  expect(await screen.findByText('Synthetic about')).toBeTruthy()
  expect(screen.getByText('Your agency has no policy of its own yet.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /second person/ })).toBeNull()
  await expectAccessible()
  fireEvent.click(await button('Copy to edit: Synthetic shipped policy'))
  expect(await screen.findByRole('textbox', { name: 'Text of the policy (YAML)' })).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'copyPolicy')?.call.params).toEqual({
    policyId: 'shipped',
    version: '1',
  })
})

test('a saved text shows its problems, and each leads to its line', async () => {
  let kept = text()
  at(draftAt, {
    readPolicy: () => kept,
    editPolicy: () => {
      kept = text({
        text: 'id: wi.shipped\nversion: 1\nbands: 17\n',
        problems: [{ path: '/bands', message: 'Synthetic problem', line: 3, column: 8 }],
      })
      return kept
    },
  })
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the policy (YAML)' })
  expect(screen.getByText('No problem: it can be used.')).toBeTruthy()
  fireEvent.change(area, { target: { value: 'id: wi.shipped\nversion: 1\nbands: 17\n' } })
  expect(screen.getByText('There are changes that are not saved.')).toBeTruthy()
  fireEvent.click(await button('Save the text'))
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(screen.getByText('1 problem keeps it from being used')).toBeTruthy()
  fireEvent.click(await button('Line 3, column 8'))
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('bands: 17')
  expect((await button('Preview')).getAttribute('aria-disabled')).toBe('true')
  await expectAccessible()
})

test('a text that was not accepted stays in the field and is not called saved', async () => {
  at(draftAt, { editPolicy: refuse('conflict', { detail: 'Synthetic refusal' }) })
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the policy (YAML)' })
  fireEvent.change(area, { target: { value: 'synthetic: 17' } })
  fireEvent.click(await button('Save the text'))
  expect(await screen.findByText('Synthetic refusal')).toBeTruthy()
  expect(area.value).toBe('synthetic: 17')
  expect(screen.queryByText('Saved.')).toBeNull()
})

const standing = { band: 'band two', lane: 'work', risk: { low: 40, high: 90 }, position: 60 } as const
const preview: PolicyPreview = {
  tips: 120,
  against: list().inForce,
  moved: 1,
  changedBand: 1,
  changedLane: 0,
  line: 50,
  crossedUp: 1,
  crossedDown: 0,
  rows: [
    {
      tipId: '17',
      reportId: '117',
      before: standing,
      after: { ...standing, band: 'band one', position: 4 },
      crosses: 'up',
    },
  ],
}

test('a preview says who moves and who crosses the line', async () => {
  const server = at(draftAt, { previewPolicy: preview })
  fireEvent.change(await screen.findByLabelText('Newest reports to look at'), {
    target: { value: '120' },
  })
  fireEvent.click(await button('Preview'))
  expect(await screen.findByText('120 reports looked at, beside “Synthetic shipped policy”.')).toBeTruthy()
  expect(screen.getByText('comes above')).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'previewPolicy')?.call.body).toEqual({
    last: 120,
    line: 50,
  })
  await expectAccessible()
})

test('a draft is proposed with a reason, and an officer cannot activate it', async () => {
  let kept = text()
  const server = at(draftAt, {
    readPolicy: () => kept,
    proposePolicy: () => {
      const proposed = own({ state: 'proposed', proposed: act, because: 'Synthetic ground' })
      kept = text({ own: proposed })
      return proposed
    },
  })
  fireEvent.click(await button('Propose for activation'))
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: 'Synthetic ground' } })
  const send = screen.getAllByRole('button', { name: 'Propose for activation' }).at(-1)
  fireEvent.click(send ?? document.body)
  expect(await screen.findByText('Proposed. Nothing is in force by that.')).toBeTruthy()
  expect(screen.getByText('It waits for somebody of your agency who may activate it.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Activate' })).toBeNull()
  expect(server.calls.find(({ name }) => name === 'proposePolicy')?.call.body).toEqual({
    because: 'Synthetic ground',
  })
})

test('activating one’s own work is refused in words; by another person it is approved', async () => {
  let kept = text({ own: own({ state: 'proposed', proposed: act, because: 'Synthetic ground' }) })
  let refused = true
  at(draftAt, {
    readSession: supervisor,
    readPolicy: () => kept,
    activatePolicy: () => {
      if (refused) return refuse('not-allowed', { detail: 'Your agency asks for a second person.' })
      const approved = own({ state: 'activating', proposed: act, approved: act })
      kept = text({ own: approved })
      return approved
    },
  })
  fireEvent.click(await button('Activate'))
  fireEvent.click(await button('Yes, activate it'))
  expect(await screen.findByText('Your agency asks for a second person.')).toBeTruthy()
  expect(screen.queryByText(/^Approved\./)).toBeNull()
  refused = false
  fireEvent.click(await button('Yes, activate it'))
  expect(await screen.findByText(/^Approved\. The tips are being ranked/)).toBeTruthy()
  expect(screen.getByText('Being activated')).toBeTruthy()
})
