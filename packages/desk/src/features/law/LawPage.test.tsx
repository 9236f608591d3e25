import type { LawEntry, LawView } from '@opentipline/contract'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, supervisor } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

const entry: LawEntry = {
  id: 'synthetic-case',
  kind: 'case',
  title: 'Synthetic v. Example',
  citation: '1 Ex. 1 (2020)',
  issuer: 'Example Court',
  date: '2020-01-01',
  jurisdiction: { nation: 'US' },
  binds: 'Every court',
  force: 'law',
  status: 'secondary',
  topics: ['opening a file', 'duty to investigate'],
  summary: 'Synthetic summary 1',
  source: 'https://example.com/case',
  openFile: [{ views: ['viewed for this report'], answer: 'no warrant needed' }],
}
const law: LawView = {
  asOf: '2026-11-22',
  forum: { state: 'WI', circuit: '7', courts: 'either' },
  forumBasis: 'service area',
  circuits: [{ id: '7', name: 'the 7th Circuit', states: ['WI'] }],
  entries: [entry],
  own: [],
  versions: [],
}
test('the page tells the forum, the answer for each view state, the duty and every mark', async () => {
  serve({ readSession: officer, readLaw: law })
  renderDesk('/law')
  expect(await screen.findByText(/Wisconsin; the 7th Circuit/)).toBeTruthy()
  expect(screen.getByText('No warrant needed')).toBeTruthy()
  expect(screen.getAllByText('Unsettled')).toHaveLength(3)
  expect(screen.getByText(/^No reported decision was found/)).toBeTruthy()
  // Beside the answer that rests on it, in the duty, and among all entries.
  const marks = screen.getAllByText('seen in a secondary source only', { selector: ':not(option)' })
  expect(marks).toHaveLength(3)
  expect(screen.queryByRole('button', { name: 'Set the forum' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Write a new version' })).toBeNull()
  await expectAccessible()
})

test('a supervisor checks the text of the own layer and is shown each line that is wrong', async () => {
  serve({
    readSession: supervisor,
    readLaw: law,
    checkOwnLaw: { problems: [{ path: '/entries/0', message: 'has no citation', line: 3 }], would: null },
  })
  renderDesk('/law')
  fireEvent.click(await screen.findByRole('button', { name: 'Write a new version' }))
  fireEvent.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByText(/line 3/)).toBeTruthy()
  expect(document.querySelector('form [data-prompt="law layer"]')).toBeTruthy()
})

test('an entry tells what it makes of which kind of file, and leads to the tips that have such files', async () => {
  const change = {
    viewState: 'viewed for this report',
    publiclyAvailable: 'not stated',
    before: 'unsettled',
    after: 'no warrant needed',
    files: 3,
  } as const
  serve({
    readSession: officer,
    readLaw: law,
    readLawEffect: {
      changes: [change, { ...change, viewState: 'not viewed', files: 0 }],
      tips: [{ tipId: '17', reportId: '1017', files: 3 }],
      ofTips: 2,
      files: 3,
      of: 9,
    },
  })
  renderDesk('/law')
  fireEvent.click(await screen.findByText('What it changes for your files'))
  const said = await screen.findByText(/becomes/)
  expect(said.textContent).toBe(
    'Viewed by a person for this report; Publicly available: not stated. “Unsettled” becomes “No warrant needed”: 3 files',
  )
  expect(screen.getByRole('link', { name: 'Tip 17' }).getAttribute('href')).toBe('/tips/17#files')
  expect(screen.getByText(/and 1 more/)).toBeTruthy()
  await expectAccessible()
})
