import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { every } from './every.ts'
import type { Log } from './log.ts'

export type CertificateFiles = { certFile: string; keyFile: string }
export type Certificate = { cert: Buffer; key: Buffer }

/** How often the files are looked at: a renewed certificate is in use within this time, or at once after SIGHUP. */
const lookPauseMs = 5_000

/** @throws Error when a file cannot be read, others may read the key, or the two do not belong together */
export const readCertificate = async ({ certFile, keyFile }: CertificateFiles): Promise<Certificate> => {
  const { mode } = await stat(keyFile)
  if ((mode & 0o077) !== 0) throw new Error(`${keyFile} can be read by others. Run: chmod 600 ${keyFile}`)
  const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)])
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new Error(`${certFile} and ${keyFile} are not a certificate and its key`, { cause: error })
  }
  return { cert, key }
}

const digestOf = ({ cert, key }: Certificate): string =>
  createHash('sha256').update(cert).update('\0').update(key).digest('hex')

/**
 * Watches the files and hands a changed pair to `use`, which serves new connections with it while those that are open
 * go on. A pair that does not fit, such as half a renewal, is left alone and said in the log.
 */
export const keepCertificate = (
  files: CertificateFiles,
  first: Certificate,
  log: Log,
  use: (certificate: Certificate) => void,
): { stop(): Promise<void> } => {
  let current = digestOf(first)
  const look = async (): Promise<void> => {
    const found = await readCertificate(files)
    const digest = digestOf(found)
    if (digest === current) return
    use(found)
    current = digest
    log.info({}, 'the certificate was renewed; new connections use it')
  }
  const watching = every(lookPauseMs, 'look at the certificate', log, look)
  const atOnce = (): void => {
    look().catch((error: unknown) =>
      log.error({}, 'the certificate was not renewed; the old one is kept', error),
    )
  }
  process.on('SIGHUP', atOnce)
  return {
    stop: async () => {
      process.off('SIGHUP', atOnce)
      await watching.stop()
    },
  }
}
