import type { ImportResult } from '@opentipline/contract'
import { desk, isUncertain } from '../../platform/api.ts'

/** How far one chosen file has come. `unknown`: it was sent and no answer came. */
export type ImportState =
  | { at: 'waiting' }
  | { at: 'sending' }
  | { at: 'answered'; result: ImportResult }
  | { at: 'refused'; error: unknown }
  | { at: 'unknown'; error: unknown }

/** Sends one document as it is and tells what came of it. Never throws. */
export const importFile = async (file: File): Promise<ImportState> => {
  try {
    // Read first: a file that was moved or changed since it was chosen fails here and not halfway through.
    const bytes = await file.arrayBuffer()
    const result = await desk.call('importReport', { query: { name: file.name }, body: bytes })
    return { at: 'answered', result }
  } catch (error) {
    return isUncertain(error) ? { at: 'unknown', error } : { at: 'refused', error }
  }
}

/** How many were new, here before, and not imported (refused or unknown). */
export const countStates = (
  states: readonly ImportState[],
): { created: number; had: number; failed: number } => ({
  created: states.filter((each) => each.at === 'answered' && each.result.created).length,
  had: states.filter((each) => each.at === 'answered' && !each.result.created).length,
  failed: states.filter((each) => each.at === 'refused' || each.at === 'unknown').length,
})
