import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { setPreference } from '../../platform/preferences.ts'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { facets, officer, page, row } from '../../testing/samples.ts'
import { refuse, serve } from '../../testing/server.ts'

const three = page([row(1), row(2), row(3)], { at: '2026-11-25T10:00:00Z' })
const panel = () => screen.findByRole('region', { name: 'Filters' })
const open = async () => {
  setPreference('queuePanel', 'on')
  return within(await panel())
}

test('a value of a facet narrows the list, shows as a chip, and is taken back by it', async () => {
  serve({ readSession: officer, listTips: three, readQueueFacets: facets() })
  const { router } = renderDesk('/queue?lane=work')
  const shown = await open()
  fireEvent.click(await shown.findByRole('button', { name: /Example Chat 1/ }))
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ lane: 'work', provider: 'Example Chat' }),
  )
  await expectAccessible()
  fireEvent.click(await screen.findByRole('button', { name: 'Remove filter Provider: Example Chat' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ lane: 'work' }))
})

test('a cell of the plot is reached by arrows, chosen, and with Shift the rectangle grows', async () => {
  serve({ readSession: officer, listTips: three, readQueueFacets: facets() })
  const { router } = renderDesk('/queue?lane=work')
  const shown = await open()
  const corner = await shown.findByRole('button', { name: 'Risk 0–25, actionability 80–100: 0 tips' })
  expect(corner.tabIndex).toBe(0)
  corner.focus()
  fireEvent.keyDown(corner, { key: 'ArrowRight' })
  fireEvent.keyDown(document.activeElement ?? corner, { key: 'ArrowDown' })
  const cell = shown.getByRole('button', { name: 'Risk 25–50, actionability 60–80: 3 tips' })
  expect(document.activeElement).toBe(cell)
  fireEvent.click(cell)
  await waitFor(() => expect(router.state.location.search).toMatchObject({ cells: '1x3' }))
  fireEvent.click(shown.getByRole('button', { name: /Risk 100–150, actionability 40–60/ }), {
    shiftKey: true,
  })
  await waitFor(() => expect(router.state.location.search).toMatchObject({ cells: '1x2-3x3' }))
})

test('counts that cannot be had are told, and the list is there all the same', async () => {
  serve({ readSession: officer, listTips: three, readQueueFacets: refuse('server-error') })
  renderDesk('/queue?lane=work')
  const shown = await open()
  expect(await shown.findByText('Something failed on the server. Nothing was stored.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Synthetic incident 1' })).toBeTruthy()
})

/** So many days before today, as the server names days. */
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

const view = {
  viewId: '7',
  name: 'My first',
  shared: true,
  mine: true,
  by: 'Robin Sample',
  filter: { lane: 'enrich', unread: 'yes' },
} as const

test('a queue that nothing was asked of opens with the default view, and one that was asked does not', async () => {
  serve({
    readSession: officer,
    listTips: three,
    readQueueFacets: facets(),
    listViews: { views: [view], defaultViewId: '7' },
  })
  const { router } = renderDesk('/queue')
  await waitFor(() => expect(router.state.location.search).toEqual(view.filter))
  await router.navigate({ to: '/queue', search: { lane: 'held' } })
  await screen.findByRole('link', { name: 'Synthetic incident 1' })
  expect(router.state.location.search).toEqual({ lane: 'held' })
})

test('what is shown is saved under a name', async () => {
  const server = serve({
    readSession: officer,
    listTips: three,
    readQueueFacets: facets(),
    listViews: { views: [view], defaultViewId: null },
    saveView: view,
  })
  renderDesk('/queue?lane=work&unread=yes')
  fireEvent.click(await screen.findByRole('button', { name: 'Views' }))
  fireEvent.change(screen.getByLabelText('Save what is shown as'), { target: { value: ' Unread work ' } })
  fireEvent.click(screen.getByLabelText('Share within the agency'))
  await expectAccessible()
  fireEvent.click(screen.getByRole('button', { name: 'Save view' }))
  expect(await screen.findByText('The view is saved.')).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'saveView')?.call.body).toEqual({
    name: 'Unread work',
    shared: true,
    filter: { lane: 'work', unread: 'yes' },
  })
})

test('what came is told over the list, and the rows stay until somebody asks', async () => {
  let asked = 0
  serve({
    readSession: officer,
    listTips: () => (asked++ === 0 ? three : page([row(9), row(1)], { at: '2026-11-25T10:01:00Z' })),
    readQueueFacets: facets(),
    readQueueNews: { counts: { work: 5 }, fresh: 2, above: 2 },
  })
  renderDesk('/queue?lane=work')
  expect(await screen.findByText('2 new above')).toBeTruthy()
  expect(asked).toBe(1)
  expect(screen.queryByRole('link', { name: 'Synthetic incident 9' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Show the new list' }))
  expect(await screen.findByRole('link', { name: 'Synthetic incident 9' })).toBeTruthy()
})

test('the line of the pace stands where it comes by Friday, and is no deadline', async () => {
  // 28 decisions in 28 days are one a day: one to seven tips, never the eleventh.
  const decidedByDay = [1, 2, 3, 4].map((ago) => ({ day: day(ago), decisions: 6 }))
  decidedByDay.push({ day: day(5), decisions: 4 })
  const rows = Array.from({ length: 12 }, (_, at) => row(at + 1))
  serve({ readSession: officer, listTips: page(rows), readQueueFacets: facets({ decidedByDay }) })
  renderDesk('/queue?lane=work')
  const line = await screen.findByText(
    /about 1 decided a day.*reached down to here by Friday.*Not a deadline/,
  )
  expect(line.closest('li')?.textContent).toMatch(/Synthetic incident [2-8]/)
})

test('with too few days of decisions the pace is not known', async () => {
  serve({ readSession: officer, listTips: three, readQueueFacets: facets() })
  renderDesk('/queue?lane=work')
  expect(await screen.findByText(/is not known: decisions were made on 0 days of the last 28/)).toBeTruthy()
})
