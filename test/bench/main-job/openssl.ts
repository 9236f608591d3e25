import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Megabytes (10^6) a second that OpenSSL hashes in blocks of 64 KiB, on one core. */
const opensslSpeed = async (algorithm: 'md5' | 'sha1' | 'sha256', seconds = 1): Promise<number> => {
  const options = ['speed', '-mr', '-seconds', String(seconds), '-bytes', '65536', '-evp', algorithm]
  const { stdout } = await promisify(execFile)('openssl', options)
  const figure = /^\+F:[^:]*:[^:]*:([0-9.]+)/m.exec(stdout)?.[1]
  if (figure === undefined) throw new Error(`openssl speed said nothing of ${algorithm}`)
  return Number(figure) / 1e6
}

/** The rate of one thread that makes the three digests of the same bytes, one after the other. */
export const opensslThreeHashes = async (): Promise<number> => {
  const speeds = [await opensslSpeed('md5'), await opensslSpeed('sha1'), await opensslSpeed('sha256')]
  return 1 / speeds.reduce((sum, speed) => sum + 1 / speed, 0)
}
