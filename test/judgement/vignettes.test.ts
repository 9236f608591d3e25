import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess, columnsOf, type Policy, rankColumns, signalsOf } from '@opentipline/domain'
import { policyTexts, shippedPolicy } from './shipped.ts'
import { lanesExpected, type Vignette, vignettes } from './vignettes.ts'

/** Does the policy put the first report of the pair before the second? Equals keep their order, so the second goes in first. */
function agrees(policy: Policy, { a, before }: Vignette): boolean {
  const { order } = rankColumns(policy, columnsOf([signalsOf(before), signalsOf(a)]))
  return order[0] === 1
}

const icac = shippedPolicy('icac-standards')

test('there are at least 60 pairs', () => assert.ok(vignettes.length >= 60, `${vignettes.length}`))

for (const [index, vignette] of vignettes.entries()) {
  test(`pair ${index + 1}: ${vignette.because}`, () => assert.ok(agrees(icac, vignette)))
}

// The other policies count other things: KIRAT has no images and no scale at all. What each agrees with is told, and must not fall unnoticed.
const leastAgreement: Record<string, number> = { balanced: 0.8, 'kirat-reading': 0.4, 'trist-reading': 0.7 }

for (const name of policyTexts.keys()) {
  const id = name.replace('.yaml', '')
  test(`agreement of ${id} with the pairs`, (context) => {
    const policy = shippedPolicy(id)
    const agreed = vignettes.filter((vignette) => agrees(policy, vignette))
    context.diagnostic(`${id} agrees with ${agreed.length} of ${vignettes.length} pairs`)
    assert.ok(agreed.length / vignettes.length >= (leastAgreement[id] ?? 1))
  })
}

for (const { facts, lane, because } of lanesExpected) {
  test(`lane ${lane}: ${because}`, () => {
    assert.equal(assess({ policy: icac, signals: signalsOf(facts) }).lane, lane)
  })
}
