/** How long a health question may take: it is asked of this machine. */
const healthTimeoutMs = 3_000

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(healthTimeoutMs) })).ok
  } catch {
    return false
  }
}

/** `live`: the process answers. `ready`: it can take a report. */
export const askHealth = async (address: string): Promise<{ live: boolean; ready: boolean }> => {
  const [live, ready] = await Promise.all([
    answers(`${address}/health/live`),
    answers(`${address}/health/ready`),
  ])
  return { live, ready }
}
