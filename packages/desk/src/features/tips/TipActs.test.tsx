import type { LabelView, LinkView, RecordView, TipComparison, TipDetail } from '@opentipline/contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { refuse, type Says, serve, silence } from '../../testing/server.ts'

const at = '2026-11-23T12:00:00Z'
const by = 'Robin Sample'
const label: LabelView = {
  computed: 'referral',
  computedBecause: 'Synthetic ground',
  override: null,
  clearinghouse: null,
}

/** A desk whose server holds one tip; `change` is what a write does to it. */
const show = (first: Partial<TipDetail>, says: (change: (more: Partial<TipDetail>) => void) => Says) => {
  let held: Partial<TipDetail> = first
  const change = (more: Partial<TipDetail>): void => {
    held = { ...held, ...more }
  }
  const server = serve({
    readSession: officer,
    listTips: page([row(1)]),
    readTip: () => tip(1, held),
    listAgencies: { agencies: [] },
    ...says(change),
  })
  renderDesk('/tips/1')
  return server
}
const click = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const because = (text: string) =>
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: text } })

test('a label is changed with a reason and shown with who and why beside the computed one', async () => {
  const override = { label: 'informational', because: 'Synthetic reason 17', by, at } as const
  const server = show({ label }, (change) => ({
    overrideLabel: () => {
      change({ label: { ...label, override } })
      return { ...label, override }
    },
  }))
  await click('Change the label')
  await click('Set the label')
  expect(screen.getByText('Say why.')).toBeTruthy()
  expect(server.count('overrideLabel')).toBe(0)
  because('Synthetic reason 17')
  await expectAccessible()
  await click('Set the label')
  expect(await screen.findByText('Set to Informational by Robin Sample')).toBeTruthy()
  expect(screen.getByText(/Synthetic reason 17/)).toBeTruthy()
  expect(await screen.findByText(/The label is recorded/)).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'overrideLabel')?.call.body).toEqual({
    label: 'informational',
    because: 'Synthetic reason 17',
  })
})

test('a label that was refused keeps what was written and claims nothing', async () => {
  show({ label }, () => ({ overrideLabel: refuse('conflict') }))
  await click('Change the label')
  because('Synthetic reason 18')
  await click('Set the label')
  expect(await screen.findByText(/Somebody changed this in the meantime/)).toBeTruthy()
  expect(screen.getByDisplayValue('Synthetic reason 18')).toBeTruthy()
  expect(screen.queryByText(/The label is recorded/)).toBeNull()
})

const weak: LinkView = {
  reportId: '177',
  tipId: null,
  strength: 'weak',
  because: 'Synthetic shared value',
  linkId: '5',
  verdict: null,
}
const derivedWith = (link: LinkView) => ({ findings: [], identifiers: [], places: [], links: [link] })

test('a weak link is rejected with a reason, and that is undone again', async () => {
  const verdict = { verdict: 'rejected', because: 'Synthetic doubt', by, at } as const
  const server = show({ derived: derivedWith(weak) }, (change) => ({
    judgeLink: () => {
      change({ derived: derivedWith({ ...weak, verdict }) })
      return verdict
    },
    undoLinkVerdict: () => {
      change({ derived: derivedWith(weak) })
      return {}
    },
  }))
  await click('Reject the link to report 177')
  because('Synthetic doubt')
  await click('Reject the link to report 177')
  expect(await screen.findByText('Rejected: it counts for nothing')).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'judgeLink')?.call.body).toEqual({
    reportId: '177',
    linkId: '5',
    verdict: 'rejected',
    because: 'Synthetic doubt',
  })
  await expectAccessible()
  await click('Undo what was said of the link to report 177')
  expect(await screen.findByText('Undone. The link stands as it was found.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Confirm the link to report 177' })).toBeTruthy()
})

const record: RecordView = {
  recordId: 'r1',
  signal: 'position of trust',
  says: 'Synthetic question?',
  value: 'true',
  note: 'Synthetic note 17',
  by,
  at,
  withdrawn: null,
}
const question = 'Does the subject hold a position of trust with children?'
const fill = async () => {
  fireEvent.change(await screen.findByLabelText('Question'), { target: { value: 'position of trust' } })
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }))
  fireEvent.change(screen.getByLabelText('Where it is from'), { target: { value: 'Synthetic note 17' } })
  await click('Record')
}

test('an answer from the agency’s own records is recorded, and the tip is seen judged anew', async () => {
  const { assessment } = tip(1)
  if (!assessment) throw new Error('the sample is assessed')
  const server = show({}, (change) => ({
    recordIntelligence: () => {
      const risk = { low: 70, high: 90, band: 'band one' }
      change({ records: [record], assessment: { ...assessment, risk, lane: 'now' } })
      return record
    },
  }))
  expect(await screen.findByRole('option', { name: question })).toBeTruthy()
  await click('Record')
  expect(screen.getByText(/Choose a question and an answer/)).toBeTruthy()
  await fill()
  expect(await screen.findByText('Recorded, and the tip was judged anew.')).toBeTruthy()
  expect(screen.getByText(/band two · Work · Risk 40–90/)).toBeTruthy()
  expect(screen.getByText(/band one · Now · Risk 70–90/)).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'recordIntelligence')?.call.body).toEqual({
    signal: 'position of trust',
    value: 'true',
    note: 'Synthetic note 17',
  })
  await expectAccessible()
})

test('without an answer of the server a record is not said to be one', async () => {
  show({}, () => ({ recordIntelligence: silence }))
  await fill()
  expect(await screen.findByText('There is no answer from the server.')).toBeTruthy()
  expect(screen.queryByText('Recorded, and the tip was judged anew.')).toBeNull()
  expect(screen.getByDisplayValue('Synthetic note 17')).toBeTruthy()
})

test('a record is withdrawn with a reason and stays to be seen', async () => {
  const withdrawn = { by, at, because: 'Synthetic mistake' }
  show({ records: [record] }, (change) => ({
    withdrawRecord: () => {
      change({ records: [{ ...record, withdrawn }] })
      return { ...record, withdrawn }
    },
  }))
  await click('Withdraw: Synthetic question?')
  because('Synthetic mistake')
  await click('Withdraw')
  expect(await screen.findByText(/Withdrawn by Robin Sample/)).toBeTruthy()
  expect(screen.getByText('Synthetic note 17')).toBeTruthy()
})

const comparison: TipComparison = {
  openTips: 12,
  views: [
    {
      policy: { id: 'a', version: 1, name: 'Synthetic policy A' },
      inForce: true,
      band: 'band two',
      height: 2,
      bands: 8,
      risk: { low: 40, high: 90 },
      actionability: { low: 60, high: 60 },
      lane: 'work',
      position: 3,
      reasons: ['Synthetic reason A'],
      unknownInputs: ['synthetic input'],
    },
  ],
  disagreements: ['Synthetic disagreement'],
}

test('the policies are compared only when somebody asks', async () => {
  const server = show({}, () => ({ compareTip: comparison }))
  const ask = await screen.findByRole('button', { name: 'Compare the policies' })
  expect(server.count('compareTip')).toBe(0)
  fireEvent.click(ask)
  expect(await screen.findByText('3 of 12 open tips')).toBeTruthy()
  expect(screen.getByText('Not known: synthetic input')).toBeTruthy()
  expect(screen.getByText('Synthetic disagreement')).toBeTruthy()
  expect(server.count('compareTip')).toBe(1)
  await expectAccessible()
})

test('a report is fetched whole before it is said to be a file', async () => {
  show({}, () => ({ exportReport: { synthetic: 17 } }))
  await click('Download as law-enforcement JSON')
  expect(await screen.findByText(/handed to the browser as report-101\.json/)).toBeTruthy()
})

test('a refused download says so', async () => {
  show({}, () => ({ exportReport: refuse('not-allowed') }))
  await click('Download as law-enforcement JSON')
  expect(await screen.findByText('Your role does not allow this here.')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/handed to the browser/)).toBeNull())
})
