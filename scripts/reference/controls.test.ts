/** The rows of data/controls are whole and name what is there; whether a test holds what a row says is for its reader. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { asvsLevels, type Control, controlStatuses, countsOf, readControls } from './controls-data.ts'

const root = join(import.meta.dirname, '../..')
const asvs = readControls('asvs.csv')
const cjis = readControls('cjis.csv')
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** What is wrong with a row, in words; empty where nothing is. */
const faultsOf = ({ id, what, status, where, because }: Control): string[] => {
  const faults = where.filter((file) => !existsSync(join(root, file))).map((file) => `${file} is not there`)
  if (!(controlStatuses as readonly string[]).includes(status)) faults.push(`"${status}" is no status`)
  if (what === '' || what.length > 110) faults.push('it is said in one short line')
  if (status === 'held' && (where.length === 0 || !where.every(isTest)))
    faults.push('what is held names tests alone')
  if (status === 'by design' && where.length === 0) faults.push('what is by design names a file')
  if (['operator', 'not applicable', 'not met yet'].includes(status) && because === '')
    faults.push('it says why')
  if (['operator', 'not applicable', 'not met yet'].includes(status) && where.length > 0)
    faults.push('what does not hold names no file as if it did')
  if (status === 'not met yet' && !/\ban (operator|officer)\b/i.test(because))
    faults.push('it says what an operator, or an officer, does meanwhile')
  return faults.map((fault) => `${id}: ${fault}`)
}

test('every requirement of ASVS 5.0 at levels 1 and 2 has one row, at its level', () => {
  assert.deepEqual(
    asvs.map(({ id, level }) => ({ id, level })),
    asvsLevels().map(({ id, level }) => ({ id, level })),
  )
  assert.equal(asvs.filter(({ level }) => level === '1').length, 70)
  assert.equal(asvs.filter(({ level }) => level === '2').length, 183)
  assert.equal(new Set(asvs.map(({ id }) => id)).size, 253)
  assert.equal(new Set(cjis.map(({ id }) => id)).size, cjis.length)
})

test('every row has a known status, says why, and names files that are there', (t) => {
  assert.deepEqual([...asvs, ...cjis].flatMap(faultsOf), [])
  t.diagnostic(`ASVS 5.0 levels 1 and 2: ${countsOf(asvs)}`)
  t.diagnostic(`CJIS: ${countsOf(cjis)}`)
})

test('a row that claims more than it names is found', () => {
  const [row] = asvs.filter(({ status }) => status === 'held')
  assert.ok(row)
  assert.deepEqual(faultsOf(row), [])
  const spoilt: Partial<Control>[] = [
    { where: [] },
    { where: ['packages/server/src/main.ts'] },
    { where: ['test/nothing.test.ts'] },
    { status: 'nearly' },
    { status: 'not met yet', where: [], because: '' },
    { status: 'not met yet', where: [], because: 'There is none.' },
    { what: '' },
  ]
  for (const change of spoilt)
    assert.notEqual(faultsOf({ ...row, ...change }).length, 0, JSON.stringify(change))
})
