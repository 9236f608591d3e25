import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { signalsOf } from './signals-of.ts'

const valueOf = (name: string, statements: Record<string, string>): string | undefined =>
  signalsOf({ report: reportWith({ parties: [emptyParty('reported', { statements })] }) }).find(
    (signal) => signal.name === name,
  )?.value

const works = (occupation: string) => valueOf('occupation with children', { occupation })

test('an occupation with children is one of today, in either language', () => {
  assert.equal(works('Teacher'), 'true')
  assert.equal(works('Entrenadora de fútbol'), 'true')
  for (const other of ['Retired teacher', 'former coach', 'not a teacher', 'maestro jubilado', 'Accountant'])
    assert.equal(works(other), 'unknown', other)
})

const related = (relationshipToChildVictim: string) =>
  valueOf('access to children', { relationshipToChildVictim })

test('a family relationship that is denied is no access', () => {
  assert.equal(related('Uncle'), 'true')
  assert.equal(related('Padrastro'), 'true')
  assert.equal(related('No, uncle of a neighbour'), 'unknown')
})
