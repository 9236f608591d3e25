/** What the log refuses to say, and how a line looks to whoever reads it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { format } from 'node:util'
import { type LogFacts, openLog } from './log.ts'
import { Sensitive } from './sensitive.ts'

const narrative = new Sensitive('Synthetic narrative 17')

test('the log takes nothing sensitive as a fact or a message, by its type', () => {
  const log = openLog('silent')
  // @ts-expect-error A sensitive value is no fact.
  log.info({ narrative }, 'a line')
  // @ts-expect-error Nor is something that holds one.
  log.warn({ report: { narrative } }, 'a line')
  // @ts-expect-error Nor is it a message.
  log.error({}, narrative)
  const facts: LogFacts = { reportId: '1', attempts: 2 }
  log.info(facts, 'a line')
})

test('the log takes nothing that a report says, under none of the names by which it travels', () => {
  const log = openLog('silent')
  const said: string = 'Synthetic narrative 17'
  // @ts-expect-error What a report says in words.
  log.info({ narrative: said }, 'a line')
  // @ts-expect-error The name of a file.
  log.info({ fileName: said }, 'a line')
  // @ts-expect-error An address of a page.
  log.warn({ url: said }, 'a line')
  // @ts-expect-error An identifier.
  log.warn({ email: said }, 'a line')
  // @ts-expect-error A document as received.
  log.error({ document: Buffer.from(said) }, 'a line')
  // @ts-expect-error The report model, whole.
  log.error({ report: { additionalInfo: [said] } }, 'a line')
  // @ts-expect-error A message that is not written in the source.
  log.info({}, said)
  // @ts-expect-error Nor one that is put together.
  log.info({}, `refused: ${said}`)
  // @ts-expect-error Nor with a plus.
  log.info({}, 'refused: ' + said)
  assert.equal(log.level, 'silent')
})

test('however a sensitive value is printed, it says that it is withheld', () => {
  const holder = { narrative, list: [narrative] }
  const printed = [
    `${narrative}`,
    String(narrative),
    JSON.stringify(holder),
    format('%s %o %j', narrative, holder, holder),
    JSON.stringify({ ...narrative }),
    new Error(`refused: ${narrative}`).message,
  ]
  for (const text of printed) assert.doesNotMatch(text, /Synthetic/)
  assert.equal(printed[0], '[withheld]')
  assert.equal(narrative.reveal(), 'Synthetic narrative 17')
})

/** What a program that logs so writes to standard error. */
const written = (code: string): string[] => {
  const log = JSON.stringify(new URL('./log.ts', import.meta.url).href)
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { openLog } from ${log}; const log = openLog(); ${code}`],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return stderr.trimEnd().split('\n')
}

test('of an error its name and code are told and never its message, which may quote a report', () => {
  const [line = ''] = written(
    `log.error({ requestId: 'r' }, 'a call failed', Object.assign(new Error('Synthetic narrative 17\\nSynthetic narrative 18\\n    at Synthetic narrative 19'), { code: '23505' }))`,
  )
  assert.doesNotMatch(line, /Synthetic/)
  const { requestId, error, code, msg, stack } = JSON.parse(line)
  assert.match(stack, /^ {4}at /)
  assert.deepEqual(
    { requestId, error, code, msg },
    { requestId: 'r', error: 'Error', code: '23505', msg: 'a call failed' },
  )
})

test('a fact with line breaks and quotes makes no second line', () => {
  const forged = 'x"}\n{"level":50,"msg":"forged"}\r\n'
  const lines = written(`log.info({ path: ${JSON.stringify(forged)} }, 'a line')`)
  assert.equal(lines.length, 1)
  assert.equal(JSON.parse(lines[0] ?? '').path, forged)
})
