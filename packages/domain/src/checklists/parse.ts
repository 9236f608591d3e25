import { type Checklist, ChecklistFile, GuidanceFile, type GuidanceNote } from '@opentipline/contract'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { PolicyProblem } from '../policy/parse.ts'
import { readYaml } from '../policy/read-yaml.ts'
import { signalNamed } from '../signals/registry.ts'

export type ChecklistFault = PolicyProblem
export type ReadChecklists = { ok: true; file: ChecklistFile } | { ok: false; problems: ChecklistFault[] }
export type ReadGuidance =
  | { ok: true; asOf: string; notes: GuidanceNote[] }
  | { ok: false; problems: ChecklistFault[] }

/** Problems told at most. */
const problemsMax = 100

const isFile = (value: unknown): value is ChecklistFile => Value.Check(ChecklistFile, value)
const isGuidance = (value: unknown): value is GuidanceFile => Value.Check(GuidanceFile, value)

const shapeProblems = (schema: TSchema, value: unknown): ChecklistFault[] =>
  [...Value.Errors(schema, value)].map((error) => {
    const extra = 'additionalProperties' in error.params ? error.params.additionalProperties : undefined
    return {
      path: error.instancePath,
      message: Array.isArray(extra) ? `has nothing named ${extra.join(', ')}` : error.message,
    }
  })

type Layer = 'shipped' | 'own'

const doubled = (ids: readonly string[], at: string): ChecklistFault[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: `${at}/${index}/id`, message: `"${id}" is there already` }] : [],
  )

const listProblems = (list: Checklist, at: string, layer: Layer, shipped: readonly Checklist[]) => {
  const problem = (path: string, message: string): ChecklistFault => ({ path: `${at}/${path}`, message })
  return [
    ...list.whenAny.flatMap((name, index) =>
      signalNamed(name) ? [] : [problem(`whenAny/${index}`, `"${name}" is no signal`)],
    ),
    ...doubled(
      list.items.map(({ id }) => id),
      `${at}/items`,
    ),
    ...itemProblems(list.items, `${at}/items`, layer),
    ...(layer === 'own' && shipped.some(({ id }) => id === list.id)
      ? [problem('id', `"${list.id}" is a shipped list; give yours an id of its own and say "instead"`)]
      : []),
    ...(list.instead !== undefined && !shipped.some(({ id }) => id === list.instead)
      ? [problem('instead', `"${list.instead}" is no shipped list`)]
      : []),
  ]
}

/** What only an agency may say, and what every shipped item says in both languages. */
const itemProblems = (items: Checklist['items'], at: string, layer: Layer): ChecklistFault[] =>
  items.flatMap((item, index) => [
    ...(layer === 'shipped' && item.force === 'agency policy'
      ? [{ path: `${at}/${index}/force`, message: 'is agency policy, which no shipped item is' }]
      : []),
    ...(layer === 'shipped' && (item.do.es === undefined || item.why.es === undefined)
      ? [{ path: `${at}/${index}`, message: 'has no Spanish words' }]
      : []),
  ])

const meaningProblems = (
  file: ChecklistFile,
  layer: Layer,
  shipped: readonly Checklist[],
): ChecklistFault[] => {
  const lists = [...shipped, ...file.lists]
  const replaced = new Set(file.lists.flatMap(({ instead }) => instead ?? []))
  const itemsOf = (id: string): string[] => [
    ...(lists.find((list) => list.id === id)?.items ?? []).map((item) => item.id),
    ...(file.adds ?? []).filter(({ to }) => to === id).flatMap(({ items }) => items.map((item) => item.id)),
  ]
  const stands = (id: string): boolean => lists.some((list) => list.id === id) && !replaced.has(id)
  return [
    ...doubled(
      file.lists.map(({ id }) => id),
      '/lists',
    ),
    ...file.lists.flatMap((list, index) => listProblems(list, `/lists/${index}`, layer, shipped)),
    ...(layer === 'shipped' && (file.adds ?? file.requires)
      ? [{ path: '', message: 'adds or requires something, which only an agency does' }]
      : []),
    ...(file.adds ?? []).flatMap(({ to, items }, index) => [
      ...(stands(to) ? [] : [{ path: `/adds/${index}/to`, message: `"${to}" is no list in use` }]),
      ...doubled(itemsOf(to), `/adds/${index}/items`).slice(0, 1),
      ...itemProblems(items, `/adds/${index}/items`, layer),
    ]),
    ...(file.requires ?? []).flatMap(({ list, item }, index) => {
      const at = `/requires/${index}`
      if (!stands(list)) return [{ path: `${at}/list`, message: `"${list}" is no list in use` }]
      return itemsOf(list).includes(item)
        ? []
        : [{ path: `${at}/item`, message: `"${item}" is no item of ${list}` }]
    }),
  ]
}

/**
 * Reads checklists from YAML text: a shipped file, or an agency's own layer over the shipped lists. An item without a
 * citation, a source or a date does not load. Each problem tells its line.
 */
export const readChecklistsYaml = (
  text: string,
  layer: Layer,
  shipped: readonly Checklist[] = [],
): ReadChecklists => {
  const read = readYaml(text)
  if ('problems' in read) return { ok: false, problems: read.problems }
  const { value } = read
  const problems = isFile(value)
    ? meaningProblems(value, layer, shipped)
    : shapeProblems(ChecklistFile, value)
  if (isFile(value) && problems.length === 0) return { ok: true, file: value }
  return {
    ok: false,
    problems: problems.slice(0, problemsMax).map((each) => ({ ...each, ...read.locate(each.path) })),
  }
}

/** Reads the notes beside fields and files. A note beside a field names it; each is there once, in both languages. */
export const readGuidanceYaml = (text: string): ReadGuidance => {
  const read = readYaml(text)
  if ('problems' in read) return { ok: false, problems: read.problems }
  const { value } = read
  const problems = isGuidance(value)
    ? [
        ...doubled(
          value.notes.map(({ id }) => id),
          '/notes',
        ),
        ...value.notes.flatMap((note, index) => [
          ...((note.place === 'field') === (note.field !== undefined)
            ? []
            : [{ path: `/notes/${index}/field`, message: 'stands with place: field, and with no other' }]),
          ...(note.says.es === undefined
            ? [{ path: `/notes/${index}/says`, message: 'has no Spanish words' }]
            : []),
        ]),
      ]
    : shapeProblems(GuidanceFile, value)
  if (isGuidance(value) && problems.length === 0) return { ok: true, asOf: value.asOf, notes: value.notes }
  return {
    ok: false,
    problems: problems.slice(0, problemsMax).map((each) => ({ ...each, ...read.locate(each.path) })),
  }
}

/**
 * The shipped checklists from the files of `data/checklists`.
 * @throws Error with file and line of the first thing that keeps them from being used
 */
export const assembleChecklists = (
  files: readonly { name: string; text: string }[],
): { asOf: string; lists: Checklist[] } => {
  const all: { asOf: string; lists: Checklist[] } = { asOf: '9999-12-31', lists: [] }
  for (const { name, text } of files) {
    const read = readChecklistsYaml(text, 'shipped')
    const twice = read.ok
      ? read.file.lists.find(({ id }) => all.lists.some((list) => list.id === id))
      : undefined
    const first = read.ok ? undefined : read.problems[0]
    if (!read.ok || twice)
      throw new Error(
        `data/checklists/${name} line ${first?.line ?? '?'}: ${first ? `${first.path} ${first.message}` : `"${twice?.id}" is there already`}`,
      )
    all.lists.push(...read.file.lists)
    // They are only as new as the oldest part.
    if (read.file.asOf < all.asOf) all.asOf = read.file.asOf
  }
  return all
}
