import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'

test('what changed is shown when asked for, by voice, with what it was and what it is', async () => {
  const server = serve({
    readSession: officer,
    listTips: page([row(1)]),
    readTip: tip(),
    readAmendments: {
      stated: [
        {
          revision: 2,
          receivedAt: '2026-11-24T10:00:00Z',
          changes: [
            { at: '/parties/0/screenName', kind: 'changed', before: 'synthetic_0', after: 'synthetic_1' },
          ],
          changeCount: 3,
        },
      ],
      derived: [
        {
          signal: 'x',
          question: 'Synthetic question?',
          before: 'unknown',
          after: 'true',
          at: '2026-11-24T10:01:00Z',
        },
      ],
    },
  })
  renderDesk('/tips/1')
  const ask = await screen.findByRole('button', { name: 'Show what changed' })
  expect(server.count('readAmendments')).toBe(0)
  fireEvent.click(ask)
  expect((await screen.findByText('synthetic_0')).tagName).toBe('DEL')
  expect(screen.getByText(/Reported person 1, Screen name/)).toBeTruthy()
  expect(screen.getByText('2 more changes are in the sources.')).toBeTruthy()
  expect(screen.getByText('not known').tagName).toBe('DEL')
  await expectAccessible()
})
