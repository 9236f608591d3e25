import { createReportingClient, type DeskClient, type ReportingClient } from '@opentipline/client'
import { signInAs } from './desk-person.ts'
import { filePlanned } from './file-planned.ts'
import { importDocument } from './import-document.ts'
import { memo } from './memo.ts'
import type { Journal } from './journal.ts'
import { demoProviders, type PlannedFiling, type ProviderKey } from './plan.ts'

export type Credential = { username: string; password: string }

export type SendWish = {
  /** `http://127.0.0.1:4010` */
  address: string
  plan: readonly PlannedFiling[]
  /** A credential for a provider of the demonstration, by its name. */
  credentialFor(name: string): Promise<Credential>
  journal: Journal
  /** Called after each filing with the number that are done. */
  progress(done: number): void
  /** Stops before the next filing; those under way are finished. */
  signal?: AbortSignal
}

/** Filings under way at once: enough to keep a small machine busy, too few to starve the desk on it. */
const concurrency = 8

type Senders = {
  reporting(provider: ProviderKey): Promise<ReportingClient>
  desk(person: string): Promise<DeskClient>
}

const sendOne = async (
  planned: PlannedFiling,
  filing: number,
  senders: Senders,
  journal: Journal,
): Promise<void> => {
  if (planned.kind === 'report')
    await filePlanned(await senders.reporting(planned.provider), planned, filing, journal)
  // The same bytes twice are one report, so an import is simply made again after an interruption.
  else await importDocument(await senders.desk(planned.person), planned.document)
  await journal.write({ filing, state: 'done' })
}

/**
 * Sends a plan through the interfaces that everybody uses: reports over the Reporting API, imports over the desk's.
 * Gives the number sent by this run. Rejects with the first failure, after those under way have ended.
 */
export const sendPlan = async (wish: SendWish): Promise<{ sent: number }> => {
  const { address, plan, journal } = wish
  const clients: ReportingClient[] = []
  const senders: Senders = {
    reporting: memo(async (provider) => {
      const credential = await wish.credentialFor(demoProviders[provider].name)
      const client = createReportingClient({ baseUrl: `${address}/ispws`, ...credential })
      clients.push(client)
      return client
    }),
    desk: memo((person) => signInAs(address, person)),
  }
  const waiting = [...plan.keys()].filter((filing) => journal.before.get(filing)?.state !== 'done')
  let done = plan.length - waiting.length
  let sent = 0
  const failures: unknown[] = []
  const work = async (): Promise<void> => {
    for (;;) {
      if (failures.length > 0 || wish.signal?.aborted) return
      const filing = waiting.shift()
      const planned = filing === undefined ? undefined : plan[filing]
      if (filing === undefined || planned === undefined) return
      await sendOne(planned, filing, senders, journal)
      sent += 1
      done += 1
      wish.progress(done)
    }
  }
  try {
    wish.progress(done)
    await Promise.all(
      Array.from({ length: concurrency }, () => work().catch((error: unknown) => failures.push(error))),
    )
  } finally {
    for (const client of clients) client.close()
  }
  if (failures.length > 0) throw failures[0]
  return { sent }
}
