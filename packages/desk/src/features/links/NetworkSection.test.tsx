import type { Network, NetworkList } from '@opentipline/contract'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

const { reportId, tipId } = tip(1).row
const network: Network = {
  reports: [
    { reportId, tipId, steps: 0 },
    { reportId: '900017', tipId: '917', steps: 1 },
    { reportId: '900018', tipId: '918', steps: 2 },
  ],
  links: [
    { between: [reportId, '900017'], because: 'Same account.', linkId: '5', confirmed: false },
    { between: ['900017', '900018'], because: 'Same device.', linkId: '6', confirmed: true },
  ],
  whole: false,
}

test('the network is read only when asked for, as a list and a picture that say the same', async () => {
  const server = serve({
    readSession: officer,
    readTip: tip(1),
    listTips: page([row(1)]),
    readNetwork: network,
  })
  renderDesk('/tips/1')
  const show = await screen.findByRole('button', { name: 'Show the network' })
  expect(server.count('readNetwork')).toBe(0)
  fireEvent.click(show)
  const picture = await screen.findByRole('img', { name: /3 reports as points/ })
  expect(picture.querySelectorAll('circle').length).toBe(3)
  expect(picture.querySelectorAll('line').length).toBe(2)
  const section = document.getElementById('network')
  if (!section) throw new Error('there is no section of the network')
  expect(within(section).getByRole('link', { name: '900018' })).toBeTruthy()
  expect(within(section).getByText('Same device.')).toBeTruthy()
  expect(within(section).getByText(/This is a part/)).toBeTruthy()
  await expectAccessible()
})

test('a link of the network is rejected at the tip that it leads to', async () => {
  const verdict = {
    verdict: 'rejected',
    because: 'Synthetic reason',
    by: 'Example',
    at: '2026-11-23T10:00:00Z',
  } as const
  const server = serve({
    readSession: officer,
    readTip: tip(1),
    listTips: page([row(1)]),
    readNetwork: network,
    judgeLink: verdict,
  })
  renderDesk('/tips/1')
  fireEvent.click(await screen.findByRole('button', { name: 'Show the network' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Reject the link to report 900017' }))
  fireEvent.change(screen.getByLabelText('Because'), { target: { value: 'Synthetic reason' } })
  fireEvent.click(screen.getByRole('button', { name: 'Reject the link to report 900017' }))
  await expect.poll(() => server.count('judgeLink')).toBe(1)
  const call = server.calls.find(({ name }) => name === 'judgeLink')?.call
  expect(call?.params).toEqual({ tipId: '918' })
  expect(call?.body).toEqual({
    reportId: '900017',
    linkId: '6',
    verdict: 'rejected',
    because: 'Synthetic reason',
  })
  await expect.poll(() => server.count('readNetwork')).toBe(2)
})

test('networks are listed with the tip that stands first', async () => {
  const list: NetworkList = {
    networks: [
      { networkId: '7', reports: 12, open: 3, first: { tipId: '917', reportId: '900017', band: 'high' } },
    ],
  }
  serve({ readSession: officer, listNetworks: list })
  renderDesk('/networks')
  expect(await screen.findByText('12 reports')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Report 900017' }).getAttribute('href')).toMatch(/^\/tips\/917/)
  await expectAccessible()
})
