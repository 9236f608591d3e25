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

/** What whoever keeps the machine must look at, or undefined where the server does not say. */
export const askCounts = async (
  address: string,
): Promise<{ openIncidents: number; unfinishedDestructions: number } | undefined> => {
  try {
    const answer = await fetch(`${address}/health`, { signal: AbortSignal.timeout(healthTimeoutMs) })
    const told: unknown = answer.ok ? await answer.json() : undefined
    if (typeof told !== 'object' || told === null) return undefined
    const openIncidents: unknown = Reflect.get(told, 'openIncidents')
    const unfinishedDestructions: unknown = Reflect.get(told, 'unfinishedDestructions')
    return typeof openIncidents === 'number' && typeof unfinishedDestructions === 'number'
      ? { openIncidents, unfinishedDestructions }
      : undefined
  } catch {
    return undefined
  }
}
