import type { AssessmentList, PolicyList } from '@opentipline/contract'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, page, row, tip } from '../../testing/samples.ts'
import { serve } from '../../testing/server.ts'
import { pastVersions } from './pastVersions.ts'

const first = { id: 'own-order', version: 1, name: 'Own order' }
const second = { ...first, version: 2 }
const shipped = { id: 'balanced', version: 1, name: 'Balanced', about: 'Synthetic' }
const kept: AssessmentList = {
  assessments: [
    { policy: second, revision: 2, madeAt: '2026-11-03T10:00:00Z', standing: true },
    { policy: first, revision: 2, madeAt: '2026-11-02T10:00:00Z', standing: false },
    { policy: first, revision: 1, madeAt: '2026-11-01T10:00:00Z', standing: false },
  ],
}
const own = (version: number, state: PolicyList['own'][number]['state']): PolicyList['own'][number] => ({
  policyId: 'own-order',
  version,
  name: 'Own order',
  basedOn: { id: 'balanced', version: 1 },
  state,
  edited: { by: 'Synthetic', at: '2026-11-01T09:00:00Z' },
  proposed: null,
  because: null,
  approved: null,
  activeFrom: null,
  activeUntil: null,
})
const policies: PolicyList = {
  inForce: second,
  shipped: [shipped],
  own: [own(3, 'draft'), own(2, 'active'), own(1, 'past')],
  secondPerson: false,
  activating: null,
}

test('versions that judged a report come first, each once; a draft is none that can be read', () => {
  expect(pastVersions(kept, policies)).toEqual([
    { policy: second, times: 1, lastAt: '2026-11-03T10:00:00Z', standing: true },
    { policy: first, times: 2, lastAt: '2026-11-02T10:00:00Z', standing: false },
    { policy: { id: 'balanced', version: 1, name: 'Balanced' }, times: 0, standing: false },
  ])
})

test('a past version is read only when asked for, and says whether it was kept or worked out now', async () => {
  const assessment = tip(1).assessment
  if (!assessment) throw new Error('the sample has no assessment')
  const server = serve({
    readSession: officer,
    readTip: tip(1),
    listTips: page([row(1)]),
    listAssessments: kept,
    listPolicies: policies,
    readAssessment: { assessment, madeAt: null },
  })
  renderDesk('/tips/1')
  const section = await screen.findByRole('region', { name: 'How it was judged before' })
  expect(server.count('listAssessments')).toBe(0)
  fireEvent.click(within(section).getByRole('button', { name: 'Show the versions' }))
  await within(section).findByText('the tip stands by it')
  expect(server.count('readAssessment')).toBe(0)
  fireEvent.click(within(section).getByRole('button', { name: 'Read it under Balanced, version 1' }))
  await within(section).findByText(/It was worked out just now/)
  expect(server.count('readAssessment')).toBe(1)
  await expectAccessible(section)
})
