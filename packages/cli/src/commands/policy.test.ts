import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const main = join(import.meta.dirname, '../main.ts')
const shipped = join(import.meta.dirname, '../../../../data/policies')
const folder = mkdtempSync(join(tmpdir(), 'policy-'))
after(() => rmSync(folder, { recursive: true }))

const tipline = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' })

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const report = (name: string, statement: string): string =>
  file(
    name,
    JSON.stringify({
      reportId: name,
      reportedInformation: {
        reportingEsp: { espName: 'Example Provider, Inc.' },
        reportedPeople: { reportedPersons: [{ espUserId: name, accessToChildren: statement }] },
      },
    }),
  )

test('a shipped policy is in order', () => {
  const { status, stdout } = tipline('policy', 'check', join(shipped, 'icac-standards.yaml'))
  assert.equal(status, 0)
  assert.match(stdout, /is in order/)
})

test('a broken policy is refused with the line of every problem', () => {
  const { status, stdout } = tipline('policy', 'check', file('broken.yaml', 'id: x\nversion: none\n'))
  assert.equal(status, 3)
  assert.match(stdout, /broken\.yaml:2:10 \/version/)
})

test('a preview tells who moves', () => {
  const reports = [report('1001', 'No'), report('1002', 'Yes')]
  const words = [
    'policy',
    'preview',
    join(shipped, 'trist-reading.yaml'),
    join(shipped, 'trist-reading.yaml'),
    ...reports,
    '--json',
  ]
  const same = JSON.parse(tipline(...words).stdout)
  assert.deepEqual([same.reports, same.moves], [2, []])
  const other = JSON.parse(
    tipline(
      'policy',
      'preview',
      join(shipped, 'icac-standards.yaml'),
      join(shipped, 'balanced.yaml'),
      ...reports,
      '--json',
    ).stdout,
  )
  assert.equal(other.reports, 2)
  assert.deepEqual(Object.keys(other.moves[0]).toSorted(), ['file', 'from', 'to'])
})

test('a report under two policies side by side', () => {
  const policies = [join(shipped, 'icac-standards.yaml'), join(shipped, 'kirat-reading.yaml')]
  const compared = JSON.parse(
    tipline('policy', 'compare', report('1003', 'Yes'), ...policies, '--json').stdout,
  )
  assert.deepEqual(
    compared.views.map((view: { policy: { id: string } }) => view.policy.id),
    ['icac-standards', 'kirat-reading'],
  )
  assert.ok(compared.views[1].unknownInputs.includes('Previous allegations'))
})
