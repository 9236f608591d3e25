import { type LawEntry, LawFile } from '@opentipline/contract'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { PolicyProblem } from '../policy/parse.ts'
import { usStates } from '../places/usStates.ts'
import { readYaml } from '../policy/read-yaml.ts'
import { firstDay, type Circuit, type LawPack } from './pack.ts'

export type LawProblem = PolicyProblem
export type ReadLaw = { ok: true; asOf: string; entries: LawEntry[] } | { ok: false; problems: LawProblem[] }

/** Problems told at most. */
const problemsMax = 100

const isFile = (value: unknown): value is LawFile => Value.Check(LawFile, value)

function shapeProblems(value: unknown): LawProblem[] {
  const found = [...Value.Errors(LawFile, value)].map((error) => {
    const extra = 'additionalProperties' in error.params ? error.params.additionalProperties : undefined
    const jurisdiction = /^\/entries\/\d+\/jurisdiction/.exec(error.instancePath)?.[0]
    if (jurisdiction !== undefined)
      return {
        path: jurisdiction,
        message: 'must be one of {nation: US}, {circuits: ["7"]}, {states: [WI]} and {agency: own}',
      }
    return {
      path: error.instancePath,
      message: Array.isArray(extra) ? `has nothing named ${extra.join(', ')}` : error.message,
    }
  })
  return [...new Map(found.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()]
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const knownStates: ReadonlySet<string> = new Set(usStates.map(({ code }) => code))

type Layer = 'shipped' | 'own'

/** What the shape cannot say: days that are days, states that exist, and rules that would open what must stay shut. */
function entryProblems(entry: LawEntry, at: string, layer: Layer): LawProblem[] {
  const problem = (path: string, message: string): LawProblem => ({ path: `${at}/${path}`, message })
  const { jurisdiction, openFile = [], force, status, date, from, to } = entry
  const days = [
    ...(date.length === 10 ? ([['date', date]] as const) : []),
    ['from', from],
    ['to', to],
  ] as const
  const opens = openFile.some((rule) => rule.answer === 'no warrant needed')
  return [
    ...days.flatMap(([name, day]) =>
      day !== undefined && !isDay(day) ? [problem(name, `${day} is not a day of the calendar`)] : [],
    ),
    ...(to !== undefined && to <= firstDay(entry) ? [problem('to', 'is not after its first day')] : []),
    ...('states' in jurisdiction
      ? jurisdiction.states
          .filter((state) => !knownStates.has(state))
          .map((state) => problem('jurisdiction', `${state} is no state, district or territory`))
      : []),
    ...openFile.flatMap((rule, index) =>
      rule.views.includes('not stated')
        ? [
            problem(
              `openFile/${index}/views`,
              'takes "not stated", which is treated as not viewed and never for itself',
            ),
          ]
        : [],
    ),
    ...(opens && force !== 'law'
      ? [problem('openFile', 'says that no warrant is needed, which only an entry of force law may')]
      : []),
    ...(opens && 'agency' in jurisdiction
      ? [problem('openFile', 'says that no warrant is needed, and names no court that said so')]
      : []),
    ...('agency' in jurisdiction && force === 'law'
      ? [problem('force', 'is law, which does not hold for one agency alone')]
      : []),
    ...(force === 'agency policy' && !('agency' in jurisdiction)
      ? [problem('jurisdiction', 'must be {agency: own} where the force is agency policy')]
      : []),
    ...(layer === 'shipped' && 'agency' in jurisdiction
      ? [problem('jurisdiction', 'holds for one agency, which no shipped entry does')]
      : []),
    ...(layer === 'own' && status === 'verified' && entry.verifiedBy === undefined
      ? [problem('status', 'is verified; say in verifiedBy who read the source, and when')]
      : []),
  ]
}

function meaningProblems(
  entries: readonly LawEntry[],
  layer: Layer,
  others: readonly string[],
): LawProblem[] {
  const ids = entries.map(({ id }) => id)
  const known = new Set([...ids, ...others])
  return entries.flatMap((entry, index) => {
    const at = `/entries/${index}`
    const twice = ids.indexOf(entry.id) < index || others.includes(entry.id)
    return [
      ...(twice ? [{ path: `${at}/id`, message: `"${entry.id}" is there already` }] : []),
      ...(entry.ends ?? []).flatMap((ended, place) =>
        known.has(ended)
          ? []
          : [{ path: `${at}/ends/${place}`, message: `"${ended}" is no entry of the pack` }],
      ),
      ...entryProblems(entry, at, layer),
    ]
  })
}

/**
 * Reads one layer of the pack from YAML text; an entry without a citation, a date or a source does not load. Each problem
 * tells its line and column. `others` are the ids of the layer below, which may be ended and not be taken again.
 */
export function readLawYaml(text: string, layer: Layer, others: readonly string[] = []): ReadLaw {
  const read = readYaml(text)
  if ('problems' in read) return { ok: false, problems: read.problems }
  const problems = isFile(read.value)
    ? meaningProblems(read.value.entries, layer, others)
    : shapeProblems(read.value)
  if (isFile(read.value) && problems.length === 0)
    return { ok: true, asOf: read.value.asOf, entries: read.value.entries }
  return {
    ok: false,
    problems: problems.slice(0, problemsMax).map((problem) => ({ ...problem, ...read.locate(problem.path) })),
  }
}

const CircuitFile = Type.Object(
  {
    asOf: Type.String(),
    citation: Type.String({ minLength: 1 }),
    source: Type.String({ minLength: 1 }),
    circuits: Type.Array(
      Type.Object({
        id: Type.String({ pattern: '^([1-9]|1[01]|DC)$' }),
        name: Type.String({ minLength: 1 }),
        states: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' })),
      }),
    ),
  },
  { additionalProperties: false },
)

const isCircuitFile = (value: unknown): value is Static<typeof CircuitFile> => Value.Check(CircuitFile, value)

/** Reads the map of circuits. @throws Error where it is not one, or a state lies in two */
function readCircuitsYaml(text: string): Circuit[] {
  const read = readYaml(text)
  if ('problems' in read || !isCircuitFile(read.value)) throw new Error('the map of circuits cannot be read')
  const states = read.value.circuits.flatMap((circuit) => circuit.states)
  const twice = states.find((state, index) => states.indexOf(state) < index)
  if (twice) throw new Error(`the map of circuits has ${twice} twice`)
  return read.value.circuits
}

/** The name of the file that holds the map of circuits. */
const circuitsName = 'circuits.yaml'

/**
 * The shipped pack from the files of `data/law`.
 * @throws Error with file and line of the first thing that keeps it from being used
 */
export function assemblePack(files: readonly { name: string; text: string }[]): LawPack {
  const circuits = files.find(({ name }) => name === circuitsName)
  if (!circuits) throw new Error(`data/law has no ${circuitsName}`)
  const pack: { asOf: string; entries: LawEntry[] } = { asOf: '9999-12-31', entries: [] }
  for (const { name, text } of files) {
    if (name === circuitsName) continue
    const read = readLawYaml(
      text,
      'shipped',
      pack.entries.map(({ id }) => id),
    )
    if (!read.ok) {
      const [first] = read.problems
      throw new Error(`data/law/${name} line ${first?.line ?? '?'}: ${first?.path} ${first?.message}`)
    }
    pack.entries.push(...read.entries)
    // The pack is only as new as its oldest part.
    if (read.asOf < pack.asOf) pack.asOf = read.asOf
  }
  return { ...pack, circuits: readCircuitsYaml(circuits.text) }
}
