import { readNumber } from './options.ts'

/** Below this a server would refuse ordinary pictures. */
const uploadBytesLeast = 1_048_576
/** Below this the desk itself could not be used. */
const callsLeast = 60

const numberOf = (name: string, given: string | undefined, least: number): number | undefined =>
  given === undefined ? undefined : readNumber(given, name, least, least, Number.MAX_SAFE_INTEGER)

/** The limits that an operator may set otherwise; undefined for the usual ones. */
export const ownLimits = (): {
  uploadBytesMax: number | undefined
  callsPerMinuteOfPerson: number | undefined
} => ({
  uploadBytesMax: numberOf(
    'TIPLINE_UPLOAD_BYTES_MAX',
    process.env.TIPLINE_UPLOAD_BYTES_MAX,
    uploadBytesLeast,
  ),
  callsPerMinuteOfPerson: numberOf(
    'TIPLINE_PERSON_CALLS_PER_MINUTE',
    process.env.TIPLINE_PERSON_CALLS_PER_MINUTE,
    callsLeast,
  ),
})
