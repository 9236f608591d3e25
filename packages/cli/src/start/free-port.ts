import { createServer } from 'node:net'
import { Refused } from '../exit.ts'

/** Ports tried after the wanted one: enough for a machine with a few servers, and a quick "no" otherwise. */
const portsTried = 20

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The wanted port on loopback, or the next free one. @throws Refused when many in a row are taken */
export const freePort = async (wanted: number): Promise<number> => {
  if (wanted === 0) return 0
  const last = Math.min(wanted + portsTried, 65_535)
  for (let port = wanted; port <= last; port += 1) if (await isFree(port)) return port
  throw new Refused('failed', `The ports ${wanted} to ${last} are all taken. Name another one with --port.`)
}
