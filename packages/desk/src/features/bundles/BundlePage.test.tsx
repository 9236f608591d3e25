import type { BundleDetail } from '@opentipline/contract'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

const other = { bundleId: 'batch-17', by: 'batch', name: 'Example Chat: Synthetic', tips: 2 } as const
const bundle = { bundleId: 'hash-17', by: 'hash', name: 'aa17', tips: 3 } as const
const detail: BundleDetail = {
  bundle,
  members: [row(1), row(2)],
  apart: [{ row: row(3), because: ['Synthetic question?'] }],
}
const decided = { decisions: [] }

test('bundles are listed by size, with what they share', async () => {
  serve({ readSession: officer, listTips: page([]), listBundles: { bundles: [bundle, other] } })
  renderDesk('/queue?lane=bundles')
  const line = await screen.findByRole('link', { name: '3 open tips' })
  expect((await screen.findByRole('link', { name: 'Bundles 2' })).getAttribute('aria-current')).toBe('page')
  line.focus()
  fireEvent.keyDown(line, { key: 'j' })
  expect(document.activeElement?.textContent).toBe('2 open tips')
  fireEvent.keyDown(document.activeElement ?? line, { key: 'ArrowUp' })
  expect(document.activeElement).toBe(line)
  expect(screen.getByText('same file')).toBeTruthy()
  await expectAccessible()
})

test('no bundle is said to be none', async () => {
  serve({ readSession: officer, listTips: page([]), listBundles: { bundles: [] } })
  renderDesk('/bundles')
  expect(await screen.findByText('No two of your open tips tell of one item.')).toBeTruthy()
})

test('a decision covers the ticked tips alone, each of them listed, and never one that is pulled out', async () => {
  const server = serve({ readSession: officer, readBundle: detail, decideBundle: decided })
  renderDesk('/bundles/hash-17')
  expect(await screen.findByText('Synthetic question?')).toBeTruthy()
  expect(screen.getAllByRole('checkbox').length).toBe(2)
  await expectAccessible()
  fireEvent.click(screen.getByRole('checkbox', { name: `Report ${row(2).reportId}` }))
  fireEvent.click(screen.getByRole('radio', { name: /Decline/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Decide on 1 tip' }))
  expect(server.count('decideBundle')).toBe(0)
  fireEvent.click(screen.getByRole('checkbox', { name: /No offence is apparent/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Decide on 1 tip' }))
  await expect.poll(() => server.count('decideBundle')).toBe(1)
  expect(server.calls.find(({ name }) => name === 'decideBundle')?.call.body).toEqual({
    kind: 'decline',
    reasons: ['no-crime-apparent'],
    note: '',
    tipIds: [row(2).tipId],
  })
})

test('without a tick nothing is sent, and it is said why', async () => {
  const server = serve({ readSession: officer, readBundle: detail })
  renderDesk('/bundles/hash-17')
  fireEvent.click(await screen.findByRole('button', { name: 'Decide on 0 tips' }))
  expect(screen.getByText('Tick the tips that the decision is to cover.')).toBeTruthy()
  expect(server.count('decideBundle')).toBe(0)
})

test('a refused decision keeps what was entered and claims nothing', async () => {
  serve({
    readSession: officer,
    readBundle: detail,
    decideBundle: refuse('conflict', { detail: 'Synthetic refusal.' }),
  })
  renderDesk('/bundles/hash-17')
  fireEvent.click(await screen.findByRole('button', { name: 'Tick all 2' }))
  fireEvent.click(screen.getByRole('radio', { name: /Decline/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: /No offence is apparent/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Decide on 2 tips' }))
  expect(await screen.findByText(/Synthetic refusal/)).toBeTruthy()
  expect(screen.getByText('2 tips are ticked')).toBeTruthy()
  expect(screen.queryByText(/Recorded for/)).toBeNull()
})
