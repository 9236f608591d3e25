import type { Answer, SourceName } from '@opentipline/domain'

/** Asks a source; a source that cannot be read is a failed check with its reason, never a "no match". */
export async function answerOrFail<T>(by: SourceName, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await ask()
  } catch (error) {
    return { answer: 'failed', by, caveat: error instanceof Error ? error.message : String(error) }
  }
}
