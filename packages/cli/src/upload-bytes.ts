import { readNumber } from './options.ts'

/** Below this a server would refuse ordinary pictures. */
const smallest = 1_048_576

/** Bytes of one uploaded file at most, as the operator set it; undefined for the usual limit. */
export const uploadBytesMax = (): number | undefined => {
  const given = process.env.TIPLINE_UPLOAD_BYTES_MAX
  return given === undefined
    ? undefined
    : readNumber(given, 'TIPLINE_UPLOAD_BYTES_MAX', smallest, smallest, Number.MAX_SAFE_INTEGER)
}
