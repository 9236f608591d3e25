import { type Check, type Fault, helpsTests, isTest, lineAt, packageOf, type Project } from './project.ts'
import type { ModuleShape } from './module-shape.ts'

/** Judgement and codecs: values in, values out. */
const pure = new Set(['domain', 'formats', 'contract'])
/** Parts of Node that compute and touch nothing outside. */
const computing = new Set([
  'node:assert',
  'node:assert/strict',
  'node:buffer',
  'node:crypto',
  'node:string_decoder',
  'node:url',
  'node:util',
])
/** `node:net` is taken for these only, which parse text. */
const parsing = new Set(['isIP', 'isIPv4', 'isIPv6', 'BlockList', 'SocketAddress'])
/** What a codec may read is its own schema, which lies beside it. */
const ownFiles = new Set(['node:fs', 'node:fs/promises', 'node:path'])
const reaching = new Set(['pg', 'pg-copy-streams', 'kysely', 'fastify', 'pino', 'undici', 'ws'])

/** Calls that would make the same input give another answer. */
const impure: [RegExp, string][] = [
  [/\bDate\.now\(/, 'the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'the clock (new Date())'],
  [/\bperformance\.now\(/, 'the clock (performance.now)'],
  [/\bMath\.random\(/, 'chance (Math.random)'],
  [/\brandom(?:UUID|Bytes|Int)\(/, 'chance (node:crypto)'],
  [/\bprocess\.(?:env|cwd|argv|stdin|stdout)\b/, 'its surroundings (process)'],
  [/(?<![.\w])fetch\(/, 'the network (fetch)'],
]

const importFaults = (file: string, name: string, shape: ModuleShape): Fault[] =>
  shape.imports.flatMap((each) => {
    const message = importFault(name, shape, each.from, each.names)
    return message ? [{ file, line: each.line, message }] : []
  })

const importFault = (name: string, shape: ModuleShape, from: string, names: string[]): string | null => {
  if (reaching.has(from))
    return `${name} may not import ${from}: it does no input or output. Pass the values in.`
  if (!from.startsWith('node:') || computing.has(from)) return null
  if (from === 'node:net' && names.every((each) => parsing.has(each))) return null
  if (name === 'formats' && ownFiles.has(from) && shape.urls.length > 0) return null
  return `${name} may not import ${from}: it does no input or output. Pass the values in.`
}

const codeFaults = (file: string, name: string, shape: ModuleShape): Fault[] =>
  impure.flatMap(([pattern, what]) => {
    const found = pattern.exec(shape.code)
    if (!found) return []
    return [
      {
        file,
        line: lineAt(shape.code, found.index),
        message: `${name} may not use ${what}. Take it as an argument.`,
      },
    ]
  })

/** Domain, formats and contract do no I/O and know neither clock nor chance. */
export const purityCheck: Check = {
  name: 'pure packages',
  run: (project: Project) =>
    [...project.modules].flatMap(([file, shape]) => {
      const name = packageOf(file)
      if (
        !name ||
        !pure.has(name) ||
        isTest(file) ||
        helpsTests(file) ||
        !file.startsWith(`packages/${name}/src/`)
      )
        return []
      return [...importFaults(file, name, shape), ...codeFaults(file, name, shape)]
    }),
}
