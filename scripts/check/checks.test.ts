import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrowsCheck } from './arrows.ts'
import { cyclesCheck } from './cycles.ts'
import { deadCodeCheck } from './dead-code.ts'
import { dependenciesCheck } from './dependencies.ts'
import { featuresCheck } from './features.ts'
import { fileLengthCheck, linesMax } from './file-length.ts'
import { lockCheck } from './lock.ts'
import { outsideCheck } from './outside.ts'
import { type Check, projectOf } from './project.ts'
import { purityCheck } from './purity.ts'

const manifest = (dependencies: string[], more: object = {}) =>
  JSON.stringify({
    exports: { '.': './src/index.ts' },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])),
    ...more,
  })

const faults = (check: Check, texts: Record<string, string>): string[] =>
  check.run(projectOf(texts)).map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.message}`)

/** A check finds the fault in the broken project, says what is in `tells`, and nothing in the repaired one. */
const proves = (
  name: string,
  check: Check,
  cases: { broken: Record<string, string>; repaired: Record<string, string>; tells: RegExp },
) =>
  test(name, () => {
    const found = faults(check, cases.broken)
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', cases.tells)
    assert.deepEqual(faults(check, cases.repaired), [])
  })

const contract = { 'packages/contract/package.json': manifest([]), 'packages/contract/src/index.ts': '' }
const domain = (text: string, dependencies = ['@opentipline/contract']) => ({
  ...contract,
  'packages/domain/package.json': manifest(dependencies),
  'packages/domain/src/a.ts': text,
})

proves('a package that imports upward is found', arrowsCheck, {
  broken: domain("import { x } from '@opentipline/server'"),
  repaired: domain("import { x } from '@opentipline/contract'"),
  tells: /domain\/src\/a\.ts:1 domain may not import server \(it may import: contract\)/,
})

proves('an import deep into another package is found', arrowsCheck, {
  broken: domain("import { x } from '@opentipline/contract/src/x.ts'"),
  repaired: domain("import { x } from '@opentipline/contract'"),
  tells: /is not exported by contract/,
})

proves('an import of another package by path is found', arrowsCheck, {
  broken: domain("import { x } from '../../contract/src/index.ts'"),
  repaired: domain("import { x } from './index.ts'"),
  tells: /by path/,
})

proves('a package of ours that is not declared is found', arrowsCheck, {
  broken: domain("import { x } from '@opentipline/contract'", []),
  repaired: domain("import { x } from '@opentipline/contract'"),
  tells: /not among the dependencies/,
})

const feature = (noun: string, text: string) => ({
  [`packages/server/src/features/${noun}/a.ts`]: text,
  'packages/server/src/features/tips/index.ts': '',
  'packages/server/src/features/tips/load.ts': '',
  'packages/server/src/features/ledger/index.ts': '',
})

proves('a feature that reaches into another is found', featuresCheck, {
  broken: feature('decisions', "import { x } from '../tips/load.ts'"),
  repaired: feature('decisions', "import { x } from '../tips/index.ts'"),
  tells: /reaches into the feature tips/,
})

proves('a feature that uses a later one of the way is found', featuresCheck, {
  broken: feature('reporting', "import { x } from '../tips/index.ts'"),
  repaired: feature('reporting', "import { x } from '../ledger/index.ts'"),
  tells: /reporting comes before tips/,
})

proves('a feature that is no noun of the server is found', featuresCheck, {
  broken: feature('things', ''),
  repaired: feature('links', ''),
  tells: /"things" is not a noun/,
})

proves('a lower part of the server that uses a higher one is found', featuresCheck, {
  broken: {
    ...feature('tips', ''),
    'packages/server/src/db/a.ts': "import { x } from '../features/tips/index.ts'",
  },
  repaired: {
    ...feature('tips', ''),
    'packages/server/src/pipeline/a.ts': "import { x } from '../features/tips/index.ts'",
  },
  tells: /server\/src\/db may not use server\/src\/features/,
})

for (const [text, tells] of [
  ["import { readFileSync } from 'node:fs'", /may not import node:fs/],
  ["import pg from 'pg'", /may not import pg/],
  ["import { connect } from 'node:net'", /may not import node:net/],
  ['export const now = () => Date.now()', /the clock \(Date.now\)/],
  ['export const now = () => new Date()', /the clock/],
  ['export const any = () => Math.random()', /chance/],
  ['export const home = process.env.HOME', /surroundings/],
] as const)
  proves(`judgement is found impure: ${text}`, purityCheck, {
    broken: domain(text),
    repaired: domain(
      "import { isIP } from 'node:net'\nexport const at = (now: Date) => new Date(now) // Date.now()",
    ),
    tells,
  })

proves('a cycle is found, and one of types alone is none', cyclesCheck, {
  broken: {
    'scripts/a.ts': "import { b } from './b.ts'",
    'scripts/b.ts': "import { c } from './c.ts'",
    'scripts/c.ts': "import { a } from './a.ts'",
  },
  repaired: {
    'scripts/a.ts': "import { b } from './b.ts'",
    'scripts/b.ts': "import { c } from './c.ts'",
    'scripts/c.ts': "import type { A } from './a.ts'",
  },
  tells: /a\.ts -> scripts\/b\.ts -> scripts\/c\.ts -> scripts\/a\.ts/,
})

const cli = (texts: Record<string, string>) => ({
  'packages/cli/package.json': manifest([], { bin: { tipline: 'src/main.ts' } }),
  'packages/cli/src/main.ts': "import { used } from './a.ts'\nused()",
  ...texts,
})
const a = 'packages/cli/src/a.ts'

proves('an export that nothing uses is found', deadCodeCheck, {
  broken: cli({ [a]: 'export const used = 1\nexport const idle = 2' }),
  repaired: cli({ [a]: 'export const used = 1' }),
  tells: /a\.ts:2 idle is used by nothing/,
})

proves('an export that only its own file uses is found', deadCodeCheck, {
  broken: cli({ [a]: 'export const own = 2\nexport const used = own' }),
  repaired: cli({ [a]: 'const own = 2\nexport const used = own' }),
  tells: /own is exported, but nothing imports it/,
})

proves('an export that only tests use is found', deadCodeCheck, {
  broken: cli({
    [a]: 'export const used = 1\nexport const idle = 2',
    'packages/cli/src/a.test.ts': "import { idle } from './a.ts'",
  }),
  repaired: cli({
    [a]: 'export const idle = 2\nexport const used = idle',
    'packages/cli/src/a.test.ts': "import { idle } from './a.ts'",
  }),
  tells: /idle is used by its tests alone/,
})

proves('a file that nothing reaches is found, and one passed on by an index is reached', deadCodeCheck, {
  broken: cli({ [a]: 'export const used = 1', 'packages/cli/src/b.ts': 'export const b = 1' }),
  repaired: cli({ [a]: "export * from './b.ts'", 'packages/cli/src/b.ts': 'export const used = 1' }),
  tells: /b\.ts: is reached from no entry point/,
})

proves('an npm package that is not declared is found', dependenciesCheck, {
  broken: domain("import { x } from 'yaml/parse'"),
  repaired: domain("import { x } from 'yaml/parse'", ['yaml']),
  tells: /imports yaml, which packages\/domain\/package\.json does not declare/,
})

proves('a path that is not part of the project is found', outsideCheck, {
  broken: { 'docs/adr/1.md': `See ${['..', '..', '..', 'shared', 'x.md'].join('/')} for it.` },
  repaired: { 'docs/adr/1.md': `See ${['..', 'shared', 'x.md'].join('/')} for it.`, 'docs/shared/x.md': '' },
  tells: /docs\/adr\/1\.md:1 names .*not part of the project/,
})

proves('a folder of one machine is found', outsideCheck, {
  broken: { 'README.md': `one\nin ${['', 'work', 'main'].join('/')}` },
  repaired: { 'README.md': 'one\nin network/main and https://example.com/work/x' },
  tells: /README\.md:2 names .*a folder of one machine/,
})

proves('a file beyond the limit is found', fileLengthCheck, {
  broken: { 'scripts/a.ts': '\n'.repeat(linesMax + 1) },
  repaired: { 'scripts/a.ts': '\n'.repeat(linesMax), 'data/b.json': '\n'.repeat(linesMax * 2) },
  tells: /has 451 lines; the limit is 450/,
})

const lock = (packages: object) => ({ 'package-lock.json': JSON.stringify({ packages }) })
const bundler = { 'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-darwin': '1.0.0' } } }

proves('a lock without another platform is found', lockCheck, {
  broken: lock(bundler),
  repaired: lock({ ...bundler, 'node_modules/a-darwin': { version: '1.0.0', optional: true } }),
  tells: /leaves out 1 optional packages \(a-darwin/,
})
