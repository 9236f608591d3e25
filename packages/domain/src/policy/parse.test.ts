import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { parsePolicy, type PolicyProblem } from './parse.ts'
import { anyPolicy, smallPolicy } from './policy.fixture.ts'
import { placeProblems, readPolicyYaml } from './read-yaml.ts'

const problemsOf = (value: unknown): PolicyProblem[] => {
  const parsed = parsePolicy(value)
  return parsed.ok ? [] : parsed.problems
}

const rule = { id: 'x', when: 'sextortion', points: 1, score: 'risk', says: 'X', because: 'choice' } as const

test('a whole policy is taken, and is the same after a way through YAML', () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const read = readPolicyYaml(stringify(policy, { aliasDuplicateObjects: false }))
      assert.deepEqual(read, { ok: true, policy })
    }),
  )
})

test('an unknown signal, an uncited rule and an unknown band are refused with the place', () => {
  const broken = smallPolicy({
    rules: [
      { ...rule, when: { all: ['sextorsion'] } },
      { ...rule, id: 'y', because: 'nobody' },
    ],
    floors: [{ id: 'f', when: 'sextortion', band: 'nowhere', says: 'F', because: 'choice' }],
  })
  assert.deepEqual(
    problemsOf(broken)
      .map(({ path }) => path)
      .toSorted(),
    ['/floors/0/band', '/rules/0/when', '/rules/1/because'],
  )
})

test('ids that are there twice, and thresholds that do not fall, are refused', () => {
  assert.equal(problemsOf(smallPolicy({ rules: [rule, rule] }))[0]?.path, '/rules/1/id')
  const bands = [
    { id: 'a', says: 'A', atLeast: 10 },
    { id: 'b', says: 'B', atLeast: 10 },
    { id: 'c', says: 'C' },
  ]
  const free = { bands, floors: [], lanes: { now: [], enrich: [] } }
  assert.deepEqual(
    problemsOf(smallPolicy(free)).map(({ path }) => path),
    ['/bands/1/atLeast'],
  )
})

test('a rule without an authority is refused by its shape', () => {
  const { because: _, ...bare } = rule
  assert.match(problemsOf({ ...smallPolicy(), rules: [bare] })[0]?.message ?? '', /because/)
})

test('a condition of no known form is told in one sentence', () => {
  const problems = problemsOf({ ...smallPolicy(), rules: [{ ...rule, when: { some: ['sextortion'] } }] })
  assert.deepEqual(problems, [
    { path: '/rules/0/when', message: 'must be the name of a signal, or one of all, any and not' },
  ])
})

test('a problem in YAML text tells its line and column', () => {
  const text = stringify(smallPolicy({ rules: [{ ...rule, when: 'sextorsion' }] }))
  const read = readPolicyYaml(text)
  const line = 1 + text.split('\n').findIndex((each) => each.includes('sextorsion'))
  assert.ok(!read.ok)
  assert.equal(read.problems[0]?.line, line)
})

test('what the linter finds is placed at its line too', () => {
  const text = stringify(smallPolicy())
  const [problem] = placeProblems(text, [{ path: '/workableAt', message: 'x' }])
  const line = 1 + text.split('\n').findIndex((each) => each.startsWith('workableAt'))
  assert.equal(problem?.line, line)
})

test('aliases, over-long texts and what is no YAML are refused, never thrown', () => {
  for (const text of ['a: &x [1]\nb: *x\n', 'x'.repeat(300_000), 'a: [', 'a: 1\na: 2\n', '']) {
    assert.equal(readPolicyYaml(text).ok, false)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readPolicyYaml(text).ok === false))
  fc.assert(fc.property(fc.anything(), (value) => parsePolicy(value).ok === false))
})
