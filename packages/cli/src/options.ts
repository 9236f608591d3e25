import { join, resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { reachableDataDir } from '@opentipline/server'
import { Refused } from './exit.ts'

/**
 * Where everything is kept when nothing else is said: a folder of the checkout, so that the demonstration is easy to
 * remove. Under a root account whose home nobody else may enter, the embedded database could not reach it: then a
 * folder under /var/lib that is named after it. Whoever uses the folder tells where it is.
 */
export const defaultDataDir = (): string => {
  const named = process.env.TIPLINE_DATA
  return named === undefined ? reachableDataDir(join(process.cwd(), 'tipline-data')) : resolve(named)
}

/** Reads the words of a command; a wrong one is a refusal that says which. */
export const readWords = <const T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  positionals: { min: number; max: number },
) => {
  const read = (() => {
    try {
      return parseArgs({
        args,
        options: { ...options, json: { type: 'boolean' } },
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      throw new Refused('usage', error instanceof Error ? error.message : String(error))
    }
  })()
  if (read.positionals.length < positionals.min || read.positionals.length > positionals.max)
    throw new Refused(
      'usage',
      `This command takes ${positionals.min === positionals.max ? positionals.min : `${positionals.min} to ${positionals.max}`} name(s) and got ${read.positionals.length}.`,
    )
  return read
}

/** A whole number within bounds. */
export const readNumber = (
  text: string | undefined,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number => {
  if (text === undefined) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Refused('usage', `${name} takes a whole number from ${min} to ${max}, not "${text}".`)
  return value
}
