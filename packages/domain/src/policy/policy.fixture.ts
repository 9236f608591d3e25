import fc from 'fast-check'
import { signalRegistry } from '../signals/registry.ts'
import type { Condition, Policy } from './schema.ts'

/** Policies for tests. */

/** A small whole policy to vary. */
export const smallPolicy = (more: Partial<Policy> = {}): Policy => ({
  id: 'small',
  version: 1,
  name: 'Small',
  about: 'For tests.',
  asOf: '2026-11-22',
  authorities: { choice: { force: 'discretion', citation: 'A test', status: 'choice' } },
  bands: [
    { id: 'top', says: 'Top', atLeast: 50 },
    { id: 'middle', says: 'Middle', atLeast: 20 },
    { id: 'bottom', says: 'Bottom' },
  ],
  rules: [
    { id: 'a', when: 'sextortion', points: 30, score: 'risk', says: 'Sextortion', because: 'choice' },
    { id: 'b', when: 'enticement', points: 25, score: 'risk', says: 'Enticement', because: 'choice' },
    { id: 'c', when: 'exact time', points: 10, score: 'actionability', says: 'Time', because: 'choice' },
  ],
  floors: [{ id: 'f', when: 'live streaming', band: 'top', says: 'Live', because: 'choice' }],
  workableAt: 10,
  lanes: { now: ['top'], enrich: ['top', 'middle'] },
  order: { end: 'low' },
  ...more,
})

const name = fc.constantFrom(...signalRegistry.slice(0, 12).map((definition) => definition.name))

/** Any condition over a dozen signals, so that rules meet each other's signals often. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    name,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition

const anyRules = fc.array(
  fc.record({ when: anyCondition, points: fc.integer({ min: -40, max: 60 }), risk: fc.boolean() }),
  { maxLength: 12 },
)
const anyFloors = fc.array(
  fc.record({ when: anyCondition, band: fc.constantFrom('top', 'middle', 'bottom') }),
  {
    maxLength: 3,
  },
)

/** Any policy: rules over arbitrary conditions, points given and taken, either end. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({ rules: anyRules, floors: anyFloors, end: fc.constantFrom('low', 'high') })
  .map(({ rules, floors, end }) =>
    smallPolicy({
      rules: rules.map(({ when, points, risk }, index) => ({
        id: `rule ${index}`,
        when,
        points,
        score: risk ? 'risk' : 'actionability',
        says: `Rule ${index}`,
        because: 'choice',
      })),
      floors: floors.map((floor, index) => ({
        id: `floor ${index}`,
        ...floor,
        says: 'Floor',
        because: 'choice',
      })),
      order: { end },
    }),
  )

/** The same without points taken away, so that a further known fact can only add. */
export const anyGivingPolicy: fc.Arbitrary<Policy> = anyPolicy.map((policy) => ({
  ...policy,
  rules: policy.rules.map((rule) => ({ ...rule, points: Math.abs(rule.points) })),
}))
