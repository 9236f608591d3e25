import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { describeFile } from '@opentipline/client'
import { printFileDetails, printReport } from '@opentipline/formats'
import { planDemonstration } from '../demo/generate.ts'
import { type Ran, runCommand } from '../run-command.fixture.ts'
import { commands } from './index.ts'

let folder = ''
const path = (name: string): string => join(folder, name)

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tipline-commands-'))
  const plan = planDemonstration({ seed: 1, count: 240, start: new Date() })
  const upload = plan.find((filing) => filing.story === 'careful upload')
  const delivered = plan.find((filing) => filing.kind === 'import')
  assert.ok(upload?.kind === 'report' && delivered?.kind === 'import')
  const xml = printReport(upload.report)
  await writeFile(path('report.xml'), xml)
  const description = { fileId: 'a'.repeat(32), ...describeFile(upload.files[0]?.description ?? {}) }
  await writeFile(path('file.xml'), printFileDetails('1', 'a'.repeat(32), description))
  await writeFile(
    path('bad.xml'),
    xml.replace(/<incidentDateTime>[^<]*</, '<incidentDateTime>2026-01-01T00:00:00<'),
  )
  await writeFile(path('torn.xml'), xml.slice(0, 200))
  await writeFile(path('report.json'), delivered.document.text)
  await writeFile(path('torn.json'), delivered.document.text.slice(0, 50))
  await writeFile(path('policy.yaml'), 'id: mine\nversion: one\n')
})
after(() => rm(folder, { recursive: true }))

const parsed = (ran: Ran): unknown => JSON.parse(ran.out)

test('help lists every command, and each command has its own with every option of its usage', async () => {
  const { code, out } = await runCommand(['help'])
  assert.equal(code, 0)
  for (const { name, about } of commands) assert.ok(out.includes(name) && out.includes(about), name)
  for (const command of commands)
    for (const [option] of command.usage.matchAll(/--[a-z]+/g))
      assert.ok(command.details?.includes(option), `${command.name} ${option}`)
  const own = await runCommand(['lint', '--help'])
  assert.match(own.out, /^tipline lint FILE/)
})

test('wrong words end with code 2 and a sentence on standard error', async () => {
  for (const words of [
    ['nonsense'],
    ['lint'],
    ['lint', '--nonsense', 'x'],
    ['assess', path('nowhere.xml')],
    ['demo', '--reports', 'many'],
  ]) {
    const { code, out, err } = await runCommand(words)
    assert.equal(code, 2, words.join(' '))
    assert.equal(out, '')
    assert.match(err, /^tipline: .+\n/)
  }
})

test('lint passes a good report, and tells file, line and column of a bad one with code 4', async () => {
  const good = await runCommand(['lint', path('report.xml'), path('file.xml')])
  assert.equal(good.code, 0)
  assert.match(good.out, /This would be accepted\.\n$/)
  const bad = await runCommand(['lint', path('bad.xml')])
  assert.equal(bad.code, 4)
  assert.match(bad.out, /bad\.xml:1:\d+ {2}error 4100 .*offset from UTC.*incidentDateTime/)
  const torn = await runCommand(['lint', '--json', path('torn.xml')])
  assert.equal(torn.code, 4)
  assert.match(torn.out, /"accepted":false.*"code":4110/)
})

test('assess judges a reporting XML with its file details, in words and as JSON', async () => {
  const words = await runCommand(['assess', path('report.xml'), path('file.xml'), '--demo'])
  assert.equal(words.code, 0, words.err)
  for (const part of [
    'Risk',
    'Actionability',
    'Why',
    'Not known',
    'Would be made available to',
    'Task Force',
  ])
    assert.ok(words.out.includes(part), part)
  const json = parsed(await runCommand(['assess', path('report.xml'), '--json', '--demo']))
  assert.ok(typeof json === 'object' && json !== null)
  for (const key of ['risk', 'actionability', 'label', 'lane', 'why', 'unknown', 'routes'])
    assert.ok(key in json, key)
})

test('assess judges a law-enforcement JSON, and says that links are unknown by itself', async () => {
  const { code, out } = await runCommand(['assess', path('report.json'), '--demo', '--json'])
  assert.equal(code, 0)
  assert.match(out, /"signal":"linked to other reports"/)
})

test('what cannot be read is refused with code 3 and its place', async () => {
  const json = await runCommand(['assess', path('torn.json')])
  assert.equal(json.code, 3)
  assert.match(json.err, /torn\.json/)
  assert.equal((await runCommand(['assess', path('torn.xml')])).code, 3)
  const policy = await runCommand(['assess', path('report.xml'), '--policy', path('policy.yaml')])
  assert.equal(policy.code, 3)
  assert.match(policy.err, /policy\.yaml:2/)
})

test('without a server, status says so with code 4, and what needs one fails with code 1', async () => {
  const idle = await runCommand(['status', '--data', folder, '--json'])
  assert.equal(idle.code, 4)
  assert.deepEqual(parsed(idle), { running: false, data: folder })
  for (const words of [
    ['import', path('report.json'), '--as', 'demo-officer-wi'],
    ['export', '1', '--format', 'le-json', '--as', 'demo-officer-wi'],
  ]) {
    const { code, err } = await runCommand([...words, '--data', folder])
    assert.equal(code, 1)
    assert.match(err, /No server runs on/)
  }
})
