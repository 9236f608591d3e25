import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type {
  DocumentPreview,
  FileGate,
  LawChanges,
  LawCheck,
  LawView,
  OpenFileAnswer,
} from '@opentipline/contract'
import { dutyToInvestigate, type LawPack, mayOpenFile } from '@opentipline/domain'
import { describeFile } from '@opentipline/client'
import { runCommand } from '../../packages/cli/src/run-command.fixture.ts'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const administrator = await signedIn(server, 'demo-administrator-wi')
const officer = await signedIn(server, 'demo-officer-wi')
const washington = await signedIn(server, 'demo-officer-wa')

const client = clientOf(server.address, await server.addProvider('Example Provider'))
const { reportId } = await client.submit(reportFrom('wisconsin', 'law-files'))
const { fileId } = await client.upload(reportId, Buffer.from('synthetic bytes 1'), { name: 'a.bin' })
await client.fileInfo(reportId, fileId, describeFile({ viewedByEsp: true, publiclyAvailable: false }))
await client.finish(reportId)
const tipId = await tipOf(server, reportId, 'wi-wisconsin')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const because = 'Synthetic reason 1'

const layer = (from: string): string => `asOf: "2026-11-22"
entries:
  - id: order-1
    kind: policy
    title: Synthetic order 1
    citation: Example Unit, General Order 1
    issuer: Example Unit
    date: "2026-01-01"
    from: "${from}"
    jurisdiction: {agency: own}
    binds: Officers of the unit
    force: agency policy
    status: secondary
    topics: [opening a file]
    summary: Synthetic summary 1
    source: https://example.com/order-1
    openFile:
      - {views: [viewed for this report], answer: warrant needed}
  - id: wi-report-1
    kind: statute
    title: Synthetic statute of the state
    citation: Wis. Stat. 00.001 (synthetic)
    issuer: Synthetic legislature
    date: "2026-01-01"
    jurisdiction: {states: [WI]}
    binds: Synthetic officers of the state
    force: law
    status: secondary
    topics: [cross-report]
    summary: Synthetic summary 2
    source: https://example.com/statute
  - id: wa-report-1
    kind: statute
    title: Synthetic statute of another state
    citation: RCW 00.001 (synthetic)
    issuer: Synthetic legislature
    date: "2026-01-01"
    jurisdiction: {states: [WA]}
    binds: Synthetic officers of another state
    force: law
    status: secondary
    topics: [cross-report]
    summary: Synthetic summary 3
    source: https://example.com/statute
`

/** What the server's own gate says of the one file: the answer by which it would be opened. */
const gateOfFile = async () => {
  const { files } = await get<{ files: FileGate[] }>(officer, `/api/tips/${tipId}/files`)
  return files[0]?.gate.answer
}

const packOf = ({ asOf, entries, circuits }: LawView): LawPack => ({ asOf, entries, circuits })

const asked = (law: LawView) =>
  mayOpenFile(packOf(law), {
    forum: law.forum,
    viewState: 'viewed for this report',
    publiclyAvailable: 'no',
    on: '2026-11-22',
  }).answer

test('the forum is taken from the service area until the administrator sets it, and then told as set', async () => {
  const before = await get<LawView>(officer, '/api/law')
  assert.deepEqual(before.forum, { state: 'WI', circuit: '7', courts: 'either' })
  assert.equal(before.forumBasis, 'service area')
  assert.deepEqual(before.versions, [])
  const after = await post<LawView>(administrator, '/api/law/forum', {
    state: 'WI',
    courts: 'state',
    basedOn: 0,
    because,
  })
  assert.deepEqual(after.forum, { state: 'WI', circuit: '7', courts: 'state' })
  assert.equal(after.forumBasis, 'set')
  const stranger = await administrator.post('/api/law/forum', {
    state: 'ZZ',
    courts: 'state',
    basedOn: 1,
    because,
  })
  assert.equal(stranger.status, 400)
  assert.equal(
    (await officer.post('/api/law/forum', { state: 'WI', courts: 'state', basedOn: 1, because })).status,
    403,
  )
})

test('a text is checked with its lines and its effect before it is saved, and saving it changes the answer', async () => {
  const broken = await post<LawCheck>(supervisor, '/api/law/check', {
    text: layer('2026-01-01').replace('    citation: Example Unit, General Order 1\n', ''),
  })
  assert.equal(broken.would, null)
  assert.ok(broken.problems.some(({ message, line }) => /citation/.test(message) && line !== undefined))
  const check = await post<LawCheck>(supervisor, '/api/law/check', { text: layer('2026-01-01') })
  assert.equal(check.would?.files, 1, 'the one file of the agency')
  assert.deepEqual(check.would?.tips, [{ tipId, reportId, files: 1 }])
  assert.equal(asked(await get<LawView>(officer, '/api/law')), 'no warrant needed')
  assert.equal(await gateOfFile(), 'no warrant needed')
  const saved = await post<LawView>(supervisor, '/api/law/own', {
    text: layer('2026-01-01'),
    basedOn: 1,
    because,
  })
  assert.deepEqual(saved.own, ['order-1', 'wi-report-1', 'wa-report-1'])
  assert.deepEqual(saved.forum?.courts, 'state', 'the forum stays')
  assert.equal(asked(saved), 'warrant needed')
  assert.equal(await gateOfFile(), 'warrant needed', 'the gate before the file asks the same pack')
  const effect = await get<LawChanges>(officer, '/api/law/entries/order-1/effect')
  assert.deepEqual([effect.files, effect.of], [1, 1])
  const touched = effect.changes.filter(({ files }) => files > 0)
  assert.deepEqual(touched, [
    {
      viewState: 'viewed for this report',
      publiclyAvailable: 'no',
      before: 'no warrant needed',
      after: 'warrant needed',
      files: 1,
    },
  ])
  assert.deepEqual([effect.tips, effect.ofTips], [[{ tipId, reportId, files: 1 }], 1], 'whose gates they are')
  assert.deepEqual((await get<LawChanges>(officer, '/api/law/entries/us-jacobsen/effect')).tips, [])
})

test('on paper each entry of a gate that nobody verified says so, and to what day the pack was kept up', async () => {
  const { model } = await post<DocumentPreview>(officer, `/api/tips/${tipId}/made-documents/preview`, {
    kind: 'search warrant insert',
    entered: {},
  })
  const rows = model.blocks.flatMap((block) => (block.block === 'list' ? block.rows : []))
  const gate = rows.flatMap(({ cells }) => cells).find((cell) => cell.startsWith('warrant needed'))
  assert.match(gate ?? '', /^warrant needed \(as of 2026-11-22; /)
  assert.match(gate ?? '', /466 U\.S\. 109 \(1984\), secondary;/)
  assert.match(gate ?? '', /Example Unit, General Order 1, secondary\)$/)
})

test('the duty to report to child protection is the one of the agency’s own state, from its day on, and binds by law', async () => {
  const law = await get<LawView>(officer, '/api/law')
  const told = (on: string) => {
    const { parts, binding } = dutyToInvestigate(packOf(law), law.forum, on)
    const crossReports = parts.find(({ part }) => part === 'cross-report')?.entries.map(({ id }) => id) ?? []
    return [crossReports.filter((id) => id.includes('report-1')), binding.map(({ id }) => id)]
  }
  assert.deepEqual(told('2026-01-01'), [['wi-report-1'], ['wi-report-1']])
  assert.deepEqual(told('2025-12-31'), [[], []])
})

const ask = (...words: string[]) => runCommand(['law', 'open-file', '--state', 'WI', '--json', ...words])

// Once is enough: the command reads files, and no database.
if (process.env.TIPLINE_TEST_POSTGRES_KIND !== 'system')
  test('the command gives the answer of the gate before the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tipline-law-'))
    try {
      const own = join(folder, 'own.yaml')
      await writeFile(own, layer('2026-01-01'))
      const { files } = await get<{ files: FileGate[] }>(officer, `/api/tips/${tipId}/files`)
      const on = files[0]?.gate.on ?? ''
      const view = ['--view', 'viewed for this report', '--public', 'no']
      const [mine, shipped] = await Promise.all([
        ask(...view, '--court', 'state', '--on', on, '--own', own),
        ask('--circuit', '7', '--view', 'not viewed', '--on', '2026-11-22'),
      ])
      assert.deepEqual(JSON.parse(mine.out), files[0]?.gate, 'word for word what the desk shows')
      const answer = JSON.parse(shipped.out) as OpenFileAnswer
      assert.deepEqual(
        [answer.answer, answer.forum, answer.because.map(({ id }) => id), answer.on, answer.asOf],
        [
          'unsettled',
          { state: 'WI', circuit: '7', courts: 'either' },
          ['ca7-bebris', 'wi-gasper'],
          '2026-11-22',
          '2026-11-22',
        ],
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

test('two who write at once: the second is told, and nothing is lost', async () => {
  const late = await supervisor.post('/api/law/own', { text: layer('2026-01-01'), basedOn: 1, because })
  assert.equal(late.status, 409)
  const { versions } = await get<LawView>(officer, '/api/law')
  assert.deepEqual(
    versions.map(({ version }) => version),
    [2, 1],
  )
  assert.ok(versions.every(({ by, at }) => by !== '' && at !== ''))
})

test('a text that cannot be used is refused with its line; the shipped pack cannot be written to', async () => {
  const taken = await supervisor.post('/api/law/own', {
    text: layer('2026-01-01').replace('order-1', 'wi-gasper'),
    basedOn: 2,
    because,
  })
  assert.equal(taken.status, 400)
  assert.match(taken.text, /line 3/)
  const law = await get<LawView>(officer, '/api/law')
  assert.equal(law.entries.find(({ id }) => id === 'wi-gasper')?.citation, '2026 WI 3')
})

test('another agency sees the shipped pack, its own forum, and nothing of this layer', async () => {
  const theirs = await get<LawView>(washington, '/api/law')
  assert.equal(theirs.forum?.state, 'WA')
  assert.ok(!JSON.stringify(theirs).includes('Synthetic order'))
  assert.equal((await washington.get('/api/law/entries/order-1/effect')).status, 404)
})

test('every version is in the ledger with who wrote it', async () => {
  const rows = await server.database.query<{ actor: string }>(
    `select actor from ledger_entry where action = 'agency.law-changed' and acting_for = 'wi-wisconsin' order by at`,
    [],
  )
  assert.deepEqual(
    rows.map(({ actor }) => actor),
    ['person:demo-administrator-wi', 'person:demo-supervisor-wi'],
  )
})
