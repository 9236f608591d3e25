import { inspect } from 'node:util'

/** One finished test, as a line of JSON. */
export type TestEvent = {
  name: string
  outcome: 'passed' | 'failed' | 'skipped'
  line: number | null
  /** Why it failed, with the stack. */
  error: string | null
}

type NodeEvent = {
  type: string
  data: {
    name: string
    line?: number
    skip?: unknown
    todo?: unknown
    details?: { type?: string; error?: unknown }
    message?: string
  }
}

/** What a test event of Node says, or null for one that is not the end of a test. */
const eventOf = ({ type, data }: NodeEvent): TestEvent | null => {
  if (type === 'test:diagnostic') return strayFailure(data)
  if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite')
    return suiteFailure(type, data)
  const skipped = data.skip !== undefined || data.todo !== undefined
  const outcome = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'
  return {
    name: data.name,
    line: data.line ?? null,
    outcome,
    error: outcome === 'failed' ? describe(data.details?.error) : null,
  }
}

/** A suite fails when a test in it does, which is counted there; only a hook of its own that fails counts here. */
const suiteFailure = (type: string, data: NodeEvent['data']): TestEvent | null => {
  const error = data.details?.error
  if (type !== 'test:fail' || codeOf(error) === 'subtestsFailed') return null
  return { name: data.name, line: data.line ?? null, outcome: 'failed', error: describe(error) }
}

/** What throws when its test, or all of them, have ended: Node fails the process by it and tells it beside the tests only. */
const strayFailure = ({ message = '' }: NodeEvent['data']): TestEvent | null =>
  message.includes('asynchronous activity')
    ? { name: 'after the end of a test', line: null, outcome: 'failed', error: message }
    : null

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'failureType' in error ? error.failureType : undefined

const describe = (error: unknown): string =>
  inspect(error instanceof Error && error.cause !== undefined ? error.cause : error, { colors: false })

/** A reporter for `node --test-reporter`: Node takes the default export of the file it is given. */
export default async function* report(source: AsyncIterable<NodeEvent>): AsyncGenerator<string> {
  for await (const each of source) {
    const event = eventOf(each)
    if (event) yield `${JSON.stringify(event)}\n`
  }
}
