import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintPolicy } from '@opentipline/domain'
import { policyTexts, shippedPolicy } from './shipped.ts'

const ids = [...policyTexts.keys()].map((name) => name.replace('.yaml', ''))

test('four policies are shipped', () => {
  assert.deepEqual(ids, ['balanced', 'icac-standards', 'kirat-reading', 'trist-reading'])
})

for (const id of ids) {
  test(`${id} can be read, is named as its file, and the linter has nothing to tell`, () => {
    const policy = shippedPolicy(id)
    assert.equal(policy.id, id)
    assert.deepEqual(lintPolicy(policy), [])
  })

  test(`invariant 12: every authority of ${id} has a citation and a date`, () => {
    for (const [key, { citation, date }] of Object.entries(shippedPolicy(id).authorities)) {
      assert.ok(citation !== '' && date !== undefined, key)
    }
  })

  test(`the points for actionability of ${id} are the four parts and the port, and add up to 100`, () => {
    const points = shippedPolicy(id)
      .rules.filter(({ score }) => score === 'actionability')
      .reduce((sum, rule) => sum + rule.points, 0)
    assert.equal(points, 100)
  })
}

test('readings are named as readings and list what a tip cannot give', () => {
  for (const id of ['kirat-reading', 'trist-reading']) {
    const { name, about, inputs } = shippedPolicy(id)
    assert.match(name, /-like reading$/)
    assert.match(about, /must not be called so/)
    assert.ok(inputs?.some(({ signal }) => signal === undefined))
  }
})

test('items 7 and 8 of the ICAC scale are marked recalled, items 1 to 6 verified', () => {
  const { authorities, floors } = shippedPolicy('icac-standards')
  const status = (id: string): string | undefined =>
    authorities[floors.find((floor) => floor.id === id)?.because ?? '']?.status
  assert.equal(status('item 7 digitally altered'), 'recalled')
  assert.equal(status('item 3 soliciting'), 'verified')
})
