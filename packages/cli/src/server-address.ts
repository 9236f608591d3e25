import { readRunning } from '@opentipline/server'
import { Refused } from './exit.ts'

/** Where the server is: the address given, else that of the one that runs on the data folder. @throws Refused */
export const serverAddress = async (url: string | undefined, dataDir: string): Promise<string> => {
  if (url !== undefined) {
    const parsed = URL.parse(url)
    if (!parsed || !/^https?:$/.test(parsed.protocol))
      throw new Refused('usage', `--url takes an address such as http://127.0.0.1:4010, not "${url}".`)
    return parsed.origin
  }
  const running = await readRunning(dataDir)
  if (running) return running.address
  throw new Refused(
    'failed',
    `No server runs on ${dataDir}. Start it with: tipline start (a demonstration) or tipline serve --data ${dataDir}`,
  )
}
