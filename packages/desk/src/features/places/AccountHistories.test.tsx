import { emptyReport, type Finding, type IpCapture, type Party, type Report } from '@opentipline/contract'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { AccountHistories } from './AccountHistories.tsx'

const party = (ipCaptures: IpCapture[]): Party => ({
  role: 'reported',
  displayNames: [],
  profileUrls: [],
  ipCaptures,
  devices: [],
  priorReports: [],
  additionalInfo: [],
  associatedAccounts: [],
  statements: {},
})
const reportOf = (...accounts: IpCapture[][]): Report => ({
  ...emptyReport('le-json'),
  parties: accounts.map(party),
})
const captures = (days: readonly number[]): IpCapture[] =>
  days.map((day) => ({ ipAddress: '192.0.2.10', at: `2026-01-0${day}T12:00:00Z` }))
const located = (days: readonly number[]): Finding[] =>
  days.map((day, at) => ({
    key: `ip location /parties/0/ipCaptures/${at}`,
    kind: 'ip location',
    about: `/parties/0/ipCaptures/${at}`,
    answer: 'hit',
    value: {
      ip: '192.0.2.10',
      at: `2026-01-0${day}T12:00:00Z`,
      city: 'Sampletown',
      region: 'WI',
      country: 'US',
    },
    source: 'Synthetic',
    sourceVersion: '1',
    confidence: 'low',
  }))

test('a steady home is told with its place, its captures and how sure they are', async () => {
  const days = [1, 4, 9]
  render(
    <main>
      <h2>Derived</h2>
      <AccountHistories report={reportOf(captures(days))} findings={located(days)} />
    </main>,
  )
  expect(screen.getByText('One place over time')).toBeTruthy()
  expect(
    screen.getByText(
      /Most often at Sampletown, WI, US.*3 captures from 1 address.*3 placed with low confidence/,
    ),
  ).toBeTruthy()
  expect(screen.getByRole('rowheader', { name: 'Sampletown, WI, US' })).toBeTruthy()
  await expectAccessible()
})

test('accounts that used one address say so, and that it need not be one household', () => {
  render(<AccountHistories report={reportOf(captures([1]), captures([2]))} findings={[]} />)
  expect(screen.getAllByText(/one household only if/).length).toBe(2)
})

test('one capture alone tells nothing of a time', () => {
  const { container } = render(<AccountHistories report={reportOf(captures([1]))} findings={located([1])} />)
  expect(container.innerHTML).toBe('')
})
