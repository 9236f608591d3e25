import type { LeaseView } from '@opentipline/contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

afterEach(() => vi.useRealTimers())

const own: LeaseView = { by: 'Robin Sample', own: true, until: '2099-01-01T00:00:00.000Z' }

/** A desk whose server answers a taken lease when it is told to, and a list of what it was asked. */
const slowServer = (standing: LeaseView | null = null) => {
  const waiting: (() => void)[] = []
  const asked: string[] = []
  serve({
    readSession: officer,
    listTips: page([row(1), row(2)]),
    readTip: ({ params }) => {
      const read = tip(Number(params['tipId']))
      return params['tipId'] === '1' && standing ? { ...read, row: { ...read.row, lease: standing } } : read
    },
    listAgencies: { agencies: [] },
    takeLease: async ({ params }) => {
      asked.push(`take ${params['tipId']}`)
      if (params['tipId'] === '1') await new Promise<void>((resolve) => waiting.push(resolve))
      return { lease: own }
    },
    releaseLease: ({ params }) => {
      asked.push(`release ${params['tipId']}`)
      return { lease: null }
    },
  })
  return { asked, answer: () => waiting.shift()?.(), ...renderDesk('/tips/1?lane=work') }
}

const title = (number: number) =>
  screen.findByRole('heading', { level: 1, name: `Synthetic incident ${number}` })
const ofTip1 = (asked: string[]) => asked.filter((each) => each.endsWith('1'))

test('a tip that is left before the server answered that it was taken is given back when it does', async () => {
  const { asked, answer, router } = slowServer()
  await waitFor(() => expect(asked).toEqual(['take 1']))
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '2' }, search: { lane: 'work' } })
  await title(2)
  await waitFor(() => expect(asked).toContain('take 2'))
  expect(ofTip1(asked)).toEqual(['take 1'])
  answer()
  await waitFor(() => expect(ofTip1(asked)).toEqual(['take 1', 'release 1']))
})

test('a tip that was taken over from a colleague is given back when it is left at once', async () => {
  const { asked, answer, router } = slowServer({ ...own, by: 'Avery Placeholder', own: false })
  fireEvent.click(await screen.findByRole('button', { name: 'Take it over' }))
  await waitFor(() => expect(asked).toEqual(['take 1']))
  answer()
  await screen.findByText('You are on this tip')
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '2' }, search: { lane: 'work' } })
  await title(2)
  answer()
  await waitFor(() => expect(asked).toContain('release 1'))
})

test('who comes back while the tip is still being given back is on it in the end', async () => {
  const { asked, answer, router } = slowServer()
  await waitFor(() => expect(asked).toEqual(['take 1']))
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '2' }, search: { lane: 'work' } })
  await title(2)
  await router.navigate({ to: '/tips/$tipId', params: { tipId: '1' }, search: { lane: 'work' } })
  await title(1)
  answer()
  await waitFor(() => expect(ofTip1(asked)).toEqual(['take 1', 'release 1', 'take 1']))
  answer()
  await screen.findByText('You are on this tip')
})

test('whoever was overtaken is told by whom when they work on, and may take it back', async () => {
  const detail = 'Avery Placeholder is on this tip until 2099-01-01 00:00 UTC. You may take it over.'
  const asked: unknown[] = []
  serve({
    readSession: officer,
    listTips: page([row(1)]),
    readTip: tip(1),
    listAgencies: { agencies: [] },
    takeLease: ({ body }) => {
      asked.push(body)
      return asked.length === 2 ? refuse('leased', { detail }) : { lease: own }
    },
    releaseLease: { lease: null },
  })
  renderDesk('/tips/1?lane=work')
  await screen.findByText('You are on this tip')
  vi.setSystemTime(Date.now() + 301_000)
  fireEvent.keyDown(window, { key: 'a' })
  await screen.findByText(/^Avery Placeholder is on this tip until/)
  expect(screen.queryByText('You are on this tip')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Take it over' }))
  await screen.findByText('You are on this tip')
  expect(asked).toEqual([{}, {}, { takeOver: true }])
})
