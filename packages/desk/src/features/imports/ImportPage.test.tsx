import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer } from '../../testing/samples.ts'
import { refuse, type Says, serve, silence } from '../../testing/server.ts'

const upload = async (says: Says, ...files: File[]) => {
  const server = serve({ readSession: officer, ...says })
  renderDesk('/import')
  fireEvent.change(await screen.findByLabelText('Choose files'), { target: { files } })
  return server
}
const file = (name: string): File => new File(['{}'], name)
const result = { reportId: '17', created: true, unknownFieldCount: 2, notes: ['Synthetic remark'] }

test('a new report and one that was here are two different words', async () => {
  await upload(
    { importReport: ({ query }) => ({ ...result, created: query.get('name') === 'a.json' }) },
    file('a.json'),
    file('b.json'),
  )
  expect(await screen.findByText('1 new, 1 already here, 0 not imported.')).toBeTruthy()
  expect(screen.getByText('Imported as a new report')).toBeTruthy()
  expect(screen.getByText('Already here; nothing was added')).toBeTruthy()
  expect(screen.getAllByText('2 fields were not understood. They are kept.').length).toBe(2)
  await expectAccessible()
})

test('a refusal says where and why', async () => {
  const at = [{ line: 3, column: 14, message: 'Synthetic fault' }]
  await upload({ importReport: refuse('unsupported-document', { at }) }, file('a.json'))
  expect(await screen.findByText('line 3, column 14: Synthetic fault')).toBeTruthy()
  expect(screen.getByText('Refused; nothing was stored')).toBeTruthy()
})

test('where no answer came it is not known, and neither success nor refusal is claimed', async () => {
  await upload({ importReport: silence }, file('a.json'))
  expect(await screen.findByText(/Not known whether it arrived/)).toBeTruthy()
  expect(screen.queryByText('Refused; nothing was stored')).toBeNull()
  expect(screen.queryByText('Imported as a new report')).toBeNull()
})
