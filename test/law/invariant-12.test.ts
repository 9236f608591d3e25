import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Forum, ViewState } from '@opentipline/contract'
import {
  assemblePack,
  circuitOf,
  dutyConclusion,
  dutyToInvestigate,
  firstDay,
  mayOpenFile,
  readLawYaml,
  withOwnLayer,
} from '@opentipline/domain'
import { lawFiles, shippedPack } from './pack.ts'

const entry = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({
    asOf: '2026-11-22',
    entries: [
      {
        id: 'own-1',
        kind: 'policy',
        title: 'Synthetic rule 1',
        citation: 'Example Police Department, General Order 1',
        issuer: 'Example Police Department',
        date: '2026-01-01',
        jurisdiction: { agency: 'own' },
        binds: 'Officers of the agency',
        force: 'agency policy',
        status: 'secondary',
        topics: ['opening a file'],
        summary: 'Synthetic summary 1',
        source: 'https://example.com/order-1',
        ...changes,
      },
    ],
  })

test('an entry without a citation, a date, a source, a force or a mark does not load, and its line is told', () => {
  assert.ok(readLawYaml(entry(), 'own').ok)
  for (const missing of [
    'citation',
    'date',
    'source',
    'force',
    'status',
    'summary',
    'binds',
    'jurisdiction',
  ]) {
    const read = readLawYaml(entry({ [missing]: undefined }), 'own')
    assert.ok(!read.ok, missing)
    assert.ok(read.problems.every(({ line }) => line !== undefined))
  }
})

test('what would open and may not is refused', () => {
  const opens = [{ views: ['not viewed'], answer: 'no warrant needed' }]
  const refused: [Record<string, unknown>, RegExp][] = [
    [{ openFile: opens }, /only an entry of force law/],
    [{ openFile: opens, force: 'guidance', jurisdiction: { states: ['WI'] } }, /only an entry of force law/],
    [{ openFile: opens, force: 'law' }, /one agency alone/],
    [{ openFile: [{ views: ['not stated'], answer: 'warrant needed' }] }, /not stated/],
    [{ status: 'verified' }, /verifiedBy/],
    [{ jurisdiction: { states: ['ZZ'] }, force: 'guidance' }, /ZZ is no state/],
    [{ date: '2026-02-30' }, /not a day/],
    [{ to: '2025-01-01' }, /not after its first day/],
    [{ ends: ['no-such-entry'] }, /no entry of the pack/],
    [{ unknown: 1 }, /has nothing named unknown/],
  ]
  for (const [changes, message] of refused) {
    const read = readLawYaml(entry(changes), 'own')
    assert.ok(!read.ok, String(message))
    assert.match(read.problems.map((problem) => problem.message).join('\n'), message)
  }
})

test('an id of the shipped pack is not taken again, and a shipped file with an uncited entry stops the program', () => {
  const taken = readLawYaml(entry({ id: 'wi-gasper' }), 'own', ['wi-gasper'])
  assert.ok(!taken.ok)
  const broken = lawFiles().map(({ name, text }) => ({
    name,
    text: name === 'duty.yaml' ? text.replace(/citation: .*/, '') : text,
  }))
  assert.throws(() => assemblePack(broken), /data\/law\/duty\.yaml line \d+: .*citation/)
})

test('every shipped entry says what it is, where it was seen, and as of when', () => {
  const pack = shippedPack()
  assert.match(pack.asOf, /^\d{4}-\d{2}-\d{2}$/)
  for (const { id, status, source, es } of pack.entries) {
    assert.ok(es, `${id} has no words in Spanish`)
    if (status === 'to be verified by counsel') assert.match(source, /recalled/, id)
    else assert.doesNotMatch(source, /^recalled/, id)
  }
})

test("an agency's policy may ask for a warrant where the law does not, and never the other way", () => {
  const pack = shippedPack()
  const read = readLawYaml(
    entry({ openFile: [{ views: ['viewed for this report'], answer: 'warrant needed' }] }),
    'own',
  )
  assert.ok(read.ok)
  const question = {
    forum: { state: 'WI', circuit: '7', courts: 'either' },
    viewState: 'viewed for this report',
    publiclyAvailable: 'not stated',
    on: '2026-11-22',
  } as const
  assert.equal(mayOpenFile(pack, question).answer, 'no warrant needed')
  const stricter = mayOpenFile(withOwnLayer(pack, read.entries), question)
  assert.equal(stricter.answer, 'warrant needed')
  assert.ok(stricter.because.some(({ id }) => id === 'own-1'))
  const dayBefore = { ...question, on: '2025-12-31' }
  assert.equal(mayOpenFile(withOwnLayer(pack, read.entries), dayBefore).answer, 'no warrant needed')
})

test('an agency’s policy never asks for less than the law, and guidance neither opens nor shuts a gate', () => {
  const pack = shippedPack()
  const answer = (changes: Record<string, unknown>, state: string, viewState: ViewState) => {
    const read = readLawYaml(entry(changes), 'own')
    assert.ok(read.ok)
    const forum: Forum = { state, circuit: circuitOf(pack, state)?.id ?? null, courts: 'federal' }
    const question = { forum, viewState, publiclyAvailable: 'not stated', on: '2026-11-22' } as const
    return mayOpenFile(withOwnLayer(pack, read.entries), question).answer
  }
  const unsettled = { openFile: [{ views: ['not viewed', 'viewed for this report'], answer: 'unsettled' }] }
  assert.equal(answer(unsettled, 'OR', 'not viewed'), 'warrant needed', 'the 9th Circuit asks for one')
  assert.equal(answer(unsettled, 'OR', 'viewed for this report'), 'unsettled', 'more than the law asks')
  const guidance = {
    force: 'guidance',
    kind: 'standard',
    openFile: [{ views: ['not viewed', 'viewed for this report'], answer: 'warrant needed' }],
  }
  for (const jurisdiction of [{ nation: 'US' }, { circuits: ['7'] }, { agency: 'own' }]) {
    const said = { ...guidance, jurisdiction }
    assert.equal(answer(said, 'WI', 'viewed for this report'), 'no warrant needed')
    assert.equal(answer(said, 'WI', 'not viewed'), 'unsettled')
  }
})

test('an entry whose day is not known counts from the day after what is known', () => {
  assert.equal(firstDay({ date: '2024-10' }), '2024-11-01')
  assert.equal(firstDay({ date: '2024-12' }), '2025-01-01')
  assert.equal(firstDay({ date: '2022' }), '2023-01-01')
  assert.equal(firstDay({ date: '2022', from: '2022-06-01' }), '2022-06-01')
})

test('the duty to investigate is told as far as the sources go and no further', () => {
  const answer = dutyToInvestigate(
    shippedPack(),
    { state: 'WI', circuit: '7', courts: 'either' },
    '2026-11-22',
  )
  const all = answer.parts.flatMap(({ entries }) => entries)
  const shield = all.find(({ id }) => id === 'protect-2025-shield')
  assert.match(shield?.summary ?? '', /wording and its section were not verified/)
  assert.notEqual(shield?.status, 'verified')
  assert.deepEqual(answer.binding, [], 'nothing that is shipped binds an agency to act')
  assert.deepEqual(answer.parts.find(({ part }) => part === 'agency policy')?.entries, [])
  assert.match(
    dutyConclusion,
    /^No reported decision was found that holds an agency liable specifically for declining a CyberTip/,
  )
  const words = JSON.stringify([all, dutyConclusion])
  assert.doesNotMatch(words, /no liability|never liable|cannot be liable|immune from all/i)
  const before = dutyToInvestigate(shippedPack(), null, '2025-12-17').parts.flatMap(({ entries }) => entries)
  assert.ok(!before.some(({ id }) => id === 'protect-2025-shield'))
})
