/** One documented response code. `status` is the HTTP status it travels with; a non-zero code never has 200. */
export type ResponseCodeEntry = { description: string; status: number }

/**
 * Every documented response code with its name and HTTP status. The documentation fixes 200, 400 (a batched
 * report with two files) and 401; the other statuses are the ones that known clients already expect. The
 * 1000s mean that nothing was stored: clients repeat such calls.
 */
export const responseCodes = {
  0: { description: 'Success', status: 200 },
  1000: { description: 'Server error', status: 500 },
  1100: { description: 'Save failed', status: 500 },
  1110: { description: 'Upload failed', status: 500 },
  1111: { description: 'File upload failed', status: 500 },
  1210: { description: 'Resource not found', status: 404 },
  1300: { description: 'Update failed', status: 500 },
  2000: { description: 'Authentication required', status: 401 },
  3000: { description: 'User is not authorized to perform this action', status: 403 },
  3100: { description: 'User is not authorized to make submissions', status: 403 },
  3300: { description: 'User is not authorized to make updates', status: 403 },
  4000: { description: 'Invalid request', status: 400 },
  4100: { description: 'Validation failed', status: 400 },
  4110: { description: 'Malformed XML submittal', status: 400 },
  4200: { description: 'Malformed file submittal', status: 400 },
  5001: { description: 'Report does not exist', status: 404 },
  5002: { description: 'File does not exist', status: 404 },
  5101: { description: 'Report already retracted', status: 409 },
  5102: { description: 'Report already finished', status: 409 },
} as const satisfies Record<number, ResponseCodeEntry>

export type ResponseCode = keyof typeof responseCodes
const isResponseCode = (code: number): code is ResponseCode => Object.hasOwn(responseCodes, code)
/** The catalogue's entry of a number, or undefined: the documentation calls its list not exhaustive. */
export const knownResponseCode = (code: number): ResponseCode | undefined =>
  isResponseCode(code) ? code : undefined
