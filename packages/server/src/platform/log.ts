import { pino } from 'pino'

/**
 * Facts a log line may carry, named one by one: ids, codes, counts and names of the program's own. What a report says travels under
 * other names (a narrative, a file's name, a URL, an account), and under none of those does it compile here.
 */
export type LogFacts = {
  requestId?: string | undefined
  reportId?: string | undefined
  fileId?: string | undefined
  agency?: string | undefined
  /** The pattern of a route, and never the address that was asked for. */
  path?: string | undefined
  stage?: string | undefined
  /** Repeated work, as `main` names it. */
  work?: string | undefined
  /** What the ledger found wrong with itself: places and hashes. */
  because?: string | undefined
  /** What the embedded database's keeper says of its process. */
  postgres?: string | undefined
  error?: string | undefined
  code?: string | undefined
  stack?: string | undefined
  attempts?: number
  applied?: number
  credential?: number | null
  credentials?: number
  calls?: number
  tips?: number
}

/** A message is written in the source: one that is put together when it runs could quote a report, and does not compile. */
type Written<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text

export type LogLevel = 'info' | 'warn' | 'silent'

export type Log = {
  readonly level: LogLevel
  info<Text extends string>(facts: LogFacts, message: Text & Written<Text>): void
  warn<Text extends string>(facts: LogFacts, message: Text & Written<Text>): void
  /** Of the error only its name, code and stack go out: a message may quote content. */
  error<Text extends string>(facts: LogFacts, message: Text & Written<Text>, error?: unknown): void
}

/** Where it happened. The message stands above these lines in the stack, and may have lines of its own. */
const placesOf = ({ stack = '', message }: Error): string =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 7)
    .join('\n')

const errorFacts = (error: unknown): LogFacts =>
  error instanceof Error
    ? {
        error: error.name,
        code: 'code' in error ? String(error.code) : undefined,
        stack: placesOf(error),
      }
    : { error: typeof error }

/** JSON lines on standard error, so that standard output stays the command's own. */
export const openLog = (level: LogLevel = 'info'): Log => {
  const out = pino({ level, base: null }, pino.destination({ fd: 2, sync: false }))
  return {
    level,
    info: (facts, message) => out.info(facts, message),
    warn: (facts, message) => out.warn(facts, message),
    error: (facts, message, error) => out.error({ ...facts, ...errorFacts(error) }, message),
  }
}
