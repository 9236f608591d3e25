/** `npm run check`: types, lint, format, and the rules of the house, side by side. Exit code 1 if any finds a fault. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { arrowsCheck } from './check/arrows.ts'
import { cyclesCheck } from './check/cycles.ts'
import { deadCodeCheck } from './check/dead-code.ts'
import { dependenciesCheck } from './check/dependencies.ts'
import { featuresCheck } from './check/features.ts'
import { fileLengthCheck } from './check/file-length.ts'
import { lockCheck } from './check/lock.ts'
import { outsideCheck } from './check/outside.ts'
import { type Check, type Fault, type Project, readProject } from './check/project.ts'
import { purityCheck } from './check/purity.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const ours: Check[] = [
  arrowsCheck,
  featuresCheck,
  purityCheck,
  cyclesCheck,
  deadCodeCheck,
  dependenciesCheck,
  outsideCheck,
  fileLengthCheck,
  lockCheck,
]

/**
 * Programs of others, as [name, file within node_modules, arguments, what to do about a fault]. Two type checkers
 * for two cores: of its default of four each repeats work of the others, and the whole takes half as long again.
 */
const tools: [string, string, string[], string][] = [
  ['types', 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '--checkers', '2'], ''],
  ['lint', 'oxlint/bin/oxlint', ['--format', 'unix', '.'], ''],
  ['format', '@biomejs/biome/bin/biome', ['format', '--colors=off', '.'], 'Run npm run format.'],
]

type Outcome = { name: string; faults: number; text: string; tookMs: number }

const runTool = ([name, file, args, advice]: (typeof tools)[number]): Promise<Outcome> => {
  const started = performance.now()
  const child = spawn(process.execPath, [`${root}/node_modules/${file}`, ...args], { cwd: root })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece) => (text += piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const faults = code === 0 ? 0 : 1
      resolve({ name, faults, text: `${text.trim()}\n${advice}`.trim(), tookMs: performance.now() - started })
    })
  })
}

const describe = ({ file, line, message }: Fault): string => `${file}${line ? `:${line}` : ''}: ${message}`

const runOurs = (check: Check, project: Project): Outcome => {
  const started = performance.now()
  const faults = check.run(project)
  return {
    name: check.name,
    faults: faults.length,
    text: faults.map(describe).join('\n'),
    tookMs: performance.now() - started,
  }
}

const report = (outcome: Outcome): void => {
  const took = `${(outcome.tookMs / 1000).toFixed(1)} s`
  console.log(
    outcome.faults === 0
      ? `ok    ${outcome.name} (${took})`
      : `FAULT ${outcome.name} (${took})\n${outcome.text}\n`,
  )
}

const running = tools.map(runTool)
const project = readProject(root)
const outcomes = [...ours.map((check) => runOurs(check, project)), ...(await Promise.all(running))]
outcomes.forEach(report)
const failed = outcomes.filter((outcome) => outcome.faults > 0)
console.log(
  failed.length === 0
    ? 'Every check passed.'
    : `Faults in: ${failed.map((outcome) => outcome.name).join(', ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1
