/**
 * Loads something at the first call and gives the same result to every later one. A failed load is tried again at
 * the next call, so that one bad moment does not turn a source off until the restart.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}
