import type { Evidence } from '@opentipline/contract'
import type { Reading } from './facts.ts'

export const isTrue = (evidence: Evidence[]): Reading => ({ value: 'true', evidence })
export const isFalse = (evidence: Evidence[]): Reading => ({ value: 'false', evidence })
/** Unknown may still point somewhere: at what a person would read to find out. */
export const isUnknown = (evidence: Evidence[] = []): Reading => ({ value: 'unknown', evidence })

export const inReport = (ref: string): Evidence => ({ from: 'report', ref })
export const inFinding = (ref: string): Evidence => ({ from: 'finding', ref })

/** True where there is evidence; otherwise unknown, because silence is not a denial. */
export const trueIfAny = (evidence: Evidence[]): Reading =>
  evidence.length > 0 ? isTrue(evidence) : isUnknown()

/** A stated boolean, or nothing, at a place in the report. */
export type Flag = { value: boolean | undefined; ref: string }

/** Any true makes true; false needs every flag stated false; anything else is unknown. */
export function fromFlags(flags: readonly Flag[]): Reading {
  const yes = flags.filter((flag) => flag.value === true)
  if (yes.length > 0) return isTrue(yes.map((flag) => inReport(flag.ref)))
  const all = flags.length > 0 && flags.every((flag) => flag.value === false)
  return all ? isFalse(flags.map((flag) => inReport(flag.ref))) : isUnknown()
}

/** Kleene's `or`: the true readings speak, else unknown if any is unknown, else false. */
export function anyOf(readings: readonly Reading[]): Reading {
  const yes = readings.filter((reading) => reading.value === 'true')
  if (yes.length > 0) return isTrue(yes.flatMap((reading) => reading.evidence))
  const open = readings.filter((reading) => reading.value === 'unknown')
  if (open.length > 0 || readings.length === 0) return isUnknown(open.flatMap((reading) => reading.evidence))
  return isFalse(readings.flatMap((reading) => reading.evidence))
}

const yesWords = /^(?:yes|y|true|s[ií]|verdadero)(?![\p{L}\p{N}])/iu
const noWords = /^(?:no|n|false|none|ninguno|falso)(?![\p{L}\p{N}/])/iu

/** Reads a stated yes or no, English or Spanish. Any other text says neither: undefined. */
export function yesOrNo(statement: string): boolean | undefined {
  const words = statement.trim()
  if (yesWords.test(words)) return true
  return noWords.test(words) ? false : undefined
}
