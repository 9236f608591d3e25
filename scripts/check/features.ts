import { type Check, type Fault, helpsTests, isTest, type Project } from './project.ts'
import { resolveImport } from './resolve-import.ts'

/** The nouns of the way of a report, in its order: a later one may use an earlier one, none reaches back. */
const wayNouns = [
  'reporting',
  'public-reports',
  'imports',
  'reports',
  'files',
  'findings',
  'links',
  'assessments',
  'routing',
  'tips',
  'checklists',
  'decisions',
  'cases',
  'clocks',
  'documents',
  'outcomes',
  'sampling',
]
/** The nouns every feature of the way stands on; among themselves an earlier one may use a later one. */
const groundNouns = [
  'providers',
  'agencies',
  'affiliates',
  'policies',
  'law',
  'agency-rules',
  'people',
  'ledger',
]
/** Read all the others and are used by none. */
const lastNouns = ['statistics', 'credits']
/** What the one endpoint wrapper needs of the features: who asks, and the log of what was asked. */
const wrapperNouns = ['people', 'ledger']

/** Whether the feature of one noun may use that of another. */
const mayUse = (noun: string, other: string): boolean => {
  if (noun === other || lastNouns.includes(noun)) return true
  if (groundNouns.includes(other))
    return !groundNouns.includes(noun) || groundNouns.indexOf(noun) < groundNouns.indexOf(other)
  return wayNouns.includes(other) && wayNouns.indexOf(other) < wayNouns.indexOf(noun)
}

const part = (path: string) => /^packages\/server\/src\/([\w-]+)(?:\/([\w-]+))?\//.exec(path)
const nounOf = (path: string): string | null =>
  part(path)?.[1] === 'features' ? (part(path)?.[2] ?? null) : null

/** What each part of the server may use of the others; `features` has its own rule above. */
const parts: Record<string, readonly string[]> = {
  db: ['db'],
  http: ['http', 'db', 'platform'],
  platform: ['platform', 'db'],
  features: ['features', 'http', 'db', 'platform'],
  pipeline: ['pipeline', 'features', 'db', 'platform'],
}

const faultOf = (file: string, target: string, typeOnly: boolean): string | null => {
  const noun = nounOf(file)
  const other = nounOf(target)
  if (noun && other && noun !== other) {
    if (!target.endsWith(`/${other}/index.ts`))
      return `reaches into the feature ${other}. Import from ../${other}/index.ts, and export there what is needed.`
    if (!typeOnly && !mayUse(noun, other))
      return `${noun} comes before ${other} on the way of a report and may not use it. Pass in what it needs, or let the pipeline do it.`
    return null
  }
  if (other && wrapperNouns.includes(other) && file.startsWith('packages/server/src/http/')) return null
  const from = part(file)?.[1]
  const to = part(target)?.[1]
  if (typeOnly || !from || !to || !parts[from] || parts[from].includes(to)) return null
  return `server/src/${from} may not use server/src/${to} (it may use: ${parts[from].join(', ')}). Pass in what it needs.`
}

const checkModule = (project: Project, file: string): Fault[] =>
  (project.modules.get(file)?.imports ?? []).flatMap((each) => {
    const target = resolveImport(project, file, each.from)
    const message = target ? faultOf(file, target, each.typeOnly) : null
    return message ? [{ file, line: each.line, message }] : []
  })

/** The server's features touch each other only through index.ts and in the order of the nouns. */
export const featuresCheck: Check = {
  name: 'server features',
  run: (project) => [
    ...unknownNouns(project),
    ...[...project.modules.keys()]
      .filter((file) => file.startsWith('packages/server/src/') && !isTest(file) && !helpsTests(file))
      .flatMap((file) => checkModule(project, file)),
  ],
}

const unknownNouns = (project: Project): Fault[] => {
  const known = new Set([...wayNouns, ...groundNouns, ...lastNouns])
  const seen = new Map([...project.modules.keys()].map((file) => [nounOf(file), file]))
  return [...seen].flatMap(([noun, file]) =>
    noun === null || known.has(noun)
      ? []
      : [
          {
            file,
            message: `"${noun}" is not a noun of the server. Put it where it belongs, or add the noun to scripts/check/features.ts in its place on the way.`,
          },
        ],
  )
}
