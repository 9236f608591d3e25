import { pino } from 'pino'

/** Facts a log line may carry: ids, codes, counts and durations. Report content has no place here. */
export type LogFacts = Record<string, string | number | boolean | null | undefined>

export type LogLevel = 'info' | 'warn' | 'silent'

export type Log = {
  readonly level: LogLevel
  info(facts: LogFacts, message: string): void
  warn(facts: LogFacts, message: string): void
  /** Of the error only its name, code and stack go out: a message may quote content. */
  error(facts: LogFacts, message: string, error?: unknown): void
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
