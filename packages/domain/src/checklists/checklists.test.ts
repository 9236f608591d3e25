import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Checklist, ChecklistFile } from '@opentipline/contract'
import { decisionKinds } from '@opentipline/contract'
import fc from 'fast-check'
import { signalRegistry } from '../signals/registry.ts'
import { appliesTo, checklistsInForce, inReadingOrder, stillRequired } from './in-force.ts'
import { readChecklistsYaml, readGuidanceYaml } from './parse.ts'

const item = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  do: { en: `Synthetic item ${id}`, es: `Punto sintético ${id}` },
  why: { en: 'Synthetic why', es: 'Porqué sintético' },
  force: 'guidance',
  citation: 'Synthetic source 1',
  source: 'https://example.com/1',
  date: '2026-01-01',
  status: 'secondary',
  ...changes,
})
const list = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  version: 1,
  title: { en: `List ${id}`, es: `Lista ${id}` },
  about: { en: 'Synthetic', es: 'Sintético' },
  whenAny: ['enticement', 'sextortion'],
  items: [item('first'), item('second')],
  ...changes,
})
const file = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ asOf: '2026-01-01', lists: [], ...changes })
const shippedList = ((): Checklist => {
  const read = readChecklistsYaml(file({ lists: [list('shipped')] }), 'shipped')
  assert.ok(read.ok)
  return read.file.lists[0] as Checklist
})()

const faultsOf = (text: string, layer: 'shipped' | 'own' = 'own'): string => {
  const read = readChecklistsYaml(text, layer, [shippedList])
  assert.ok(!read.ok, text)
  assert.ok(
    read.problems.every(({ line }) => line !== undefined),
    'every fault tells its line',
  )
  return read.problems.map(({ path, message }) => `${path} ${message}`).join('\n')
}

test('an item without a citation, a source, a date, a force or a mark does not load', () => {
  for (const missing of ['citation', 'source', 'date', 'force', 'status', 'why'])
    faultsOf(file({ lists: [list('own', { items: [item('first', { [missing]: undefined })] })] }))
})

test('what a layer may not say is refused, and told where', () => {
  const refused: [string, 'shipped' | 'own', RegExp][] = [
    [file({ lists: [list('shipped')] }), 'own', /is a shipped list; give yours an id of its own/],
    [file({ lists: [list('own', { instead: 'nothing' })] }), 'own', /"nothing" is no shipped list/],
    [file({ lists: [list('own', { whenAny: ['no such signal'] })] }), 'own', /is no signal/],
    [file({ adds: [{ to: 'nothing', items: [item('x')] }] }), 'own', /is no list in use/],
    [file({ adds: [{ to: 'shipped', items: [item('first')] }] }), 'own', /"first" is there already/],
    [
      file({ requires: [{ list: 'shipped', item: 'no', before: ['decline'], citation: 'x' }] }),
      'own',
      /is no item/,
    ],
    [
      file({
        lists: [list('own', { instead: 'shipped' })],
        requires: [{ list: 'shipped', item: 'first', before: ['decline'], citation: 'x' }],
      }),
      'own',
      /"shipped" is no list in use/,
    ],
    [
      file({ lists: [list('a', { items: [item('x', { force: 'agency policy' })] })] }),
      'shipped',
      /which no shipped item is/,
    ],
    [
      file({ lists: [list('a', { items: [item('x', { do: { en: 'Only English' } })] })] }),
      'shipped',
      /no Spanish words/,
    ],
    [file({ lists: [], requires: [] }), 'shipped', /which only an agency does/],
    [file({ lists: [list('own', { more: 1 })] }), 'own', /has nothing named more/],
  ]
  for (const [text, layer, message] of refused) assert.match(faultsOf(text, layer), message)
})

const note = (changes: Record<string, unknown>): string =>
  JSON.stringify({
    asOf: '2026-01-01',
    notes: [
      {
        ...item('n'),
        do: undefined,
        why: undefined,
        place: 'field',
        field: 'port',
        says: { en: 'Synthetic', es: 'Sintético' },
        ...changes,
      },
    ],
  })

test('a note beside a field names the field, and one around a file names none', () => {
  assert.ok(readGuidanceYaml(note({})).ok)
  assert.ok(!readGuidanceYaml(note({ field: undefined })).ok)
  assert.ok(!readGuidanceYaml(note({ place: 'before opening' })).ok)
  assert.ok(!readGuidanceYaml(note({ citation: undefined })).ok)
})

const three = fc.constantFrom('true' as const, 'false' as const, 'unknown' as const)
const names = signalRegistry.map(({ name }) => name)
const signalsArbitrary = fc.array(fc.record({ name: fc.constantFrom(...names), value: three }), {
  maxLength: 30,
})

test('a list is for a report where a signal says so; what cannot be told is unknown, and learning never turns yes into no', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
      signalsArbitrary,
      fc.constantFrom('true' as const, 'false' as const),
      (whenAny, given, learned) => {
        const signals = [...new Map(given.map((each) => [each.name, each])).values()]
        const { applies, because } = appliesTo({ whenAny }, signals)
        const values = whenAny.map((name) => signals.find((each) => each.name === name)?.value ?? 'unknown')
        assert.deepEqual(
          because.map(({ value }) => value),
          values,
        )
        if (applies === 'true') assert.ok(values.includes('true'))
        if (applies === 'false') assert.ok(values.every((value) => value === 'false'))
        const after = appliesTo(
          { whenAny },
          whenAny.map((name, index) => ({
            name,
            value: values[index] === 'unknown' ? learned : (values[index] ?? 'unknown'),
          })),
        ).applies
        assert.notEqual(after, 'unknown')
        if (applies !== 'unknown') assert.equal(after, applies)
      },
    ),
  )
})

test('only an agency’s rule stands before a decision, only where the list is known to be for the report, and a tick lets it pass', () => {
  fc.assert(
    fc.property(
      three,
      fc.boolean(),
      fc.subarray([...decisionKinds]),
      fc.constantFrom(...decisionKinds),
      fc.array(fc.boolean(), { maxLength: 4 }),
      (applies, asks, before, kind, history) => {
        const ticks = history.map((done) => ({ done, by: 'x', at: 'x', note: '' }))
        const missing = stillRequired(
          [{ list: shippedList, applies, ticks: { first: ticks } }],
          asks && before.length > 0 ? [{ list: 'shipped', item: 'first', before, citation: 'Order 1' }] : [],
          kind,
        )
        const expected = asks && before.includes(kind) && applies === 'true' && history[0] !== true
        assert.equal(missing.length, expected ? 1 : 0)
      },
    ),
  )
})

test('an agency’s list stands in the place of a shipped one, and what it adds stands behind', () => {
  const own = (changes: Record<string, unknown>): ChecklistFile => {
    const read = readChecklistsYaml(file(changes), 'own', [shippedList])
    assert.ok(read.ok)
    return read.file
  }
  const added = checklistsInForce([shippedList], own({ adds: [{ to: 'shipped', items: [item('third')] }] }))
  assert.deepEqual(
    added.map(({ list: { items }, own: isOwn, ownItems }) => [items.map(({ id }) => id), isOwn, ownItems]),
    [[['first', 'second', 'third'], false, ['third']]],
  )
  const instead = checklistsInForce([shippedList], own({ lists: [list('ours', { instead: 'shipped' })] }))
  assert.deepEqual(
    instead.map(({ list: { id }, own: isOwn }) => [id, isOwn]),
    [['ours', true]],
  )
  const order = inReadingOrder([
    { applies: 'false' as const },
    { applies: 'unknown' as const },
    { applies: 'true' as const },
  ])
  assert.deepEqual(
    order.map(({ applies }) => applies),
    ['true', 'unknown', 'false'],
  )
})
