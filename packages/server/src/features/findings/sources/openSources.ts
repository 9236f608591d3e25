import {
  type Answer,
  type HashList,
  type HashListEntry,
  type HashListHead,
  type HashLists,
  indexHashList,
  type IpLocator,
  type IpNetwork,
  type IpNetworks,
  type IpPlace,
  lookupHash,
  parseHashList,
  type Sources,
} from '@opentipline/domain'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AsnFiles, asnNetworks } from './asnNetworks.ts'
import { packagedCounties } from './counties.ts'
import { type MmdbFiles, mmdbLocator, packagedLocator } from './mmdbLocator.ts'
import { once } from './once.ts'
import { type Overlay, parseOverlay } from './overlay.ts'

/** What an operator may set. What is not set is the packaged sample; `off` turns a source off ("not checked"). */
export type SourcesConfig = {
  /** Location database of the agency; one MMDB file for both versions or one for each. */
  readonly locations?: MmdbFiles | 'off' | undefined
  /** Network table of the agency. */
  readonly networks?: AsnFiles | 'off' | undefined
  /** Range tables (CSV) that take precedence over the databases, first to last: VPN, relay, carrier lists. */
  readonly overlays?: readonly string[] | undefined
  /** Hash lists with what the operator says of them. */
  readonly hashLists?: readonly (HashListHead & { readonly path: string })[] | undefined
}

export type OpenedSources = Sources & {
  /** Loads what is read lazily, so that the first report does not wait for it. Never rejects. */
  warm(): Promise<void>
  /** Waits for what is being loaded, so that a process can end cleanly. */
  close(): Promise<void>
}

/** The range table of the demonstration: synthetic places for addresses that belong to nobody. */
export const demoOverlayPath: string = fileURLToPath(
  new URL('../../../../../../data/demo/ip-overlay.csv', import.meta.url),
)

/** The first table that knows the address; a miss of all is one miss. */
async function firstHit<T>(
  tables: readonly Overlay[],
  ask: (table: Overlay) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  let last: Answer<T> | undefined
  for (const table of tables) {
    last = await ask(table)
    if (last.answer === 'hit') return last
  }
  return (
    last ?? {
      answer: 'not checked',
      by: { source: 'none', sourceVersion: 'none' },
      caveat: 'No range table is loaded.',
    }
  )
}

async function openOverlays(paths: readonly string[]): Promise<Sources['overlay']> {
  if (paths.length === 0) return undefined
  const tables = await Promise.all(
    paths.map(async (path) => parseOverlay(await readFile(path, 'utf8'), basename(path))),
  )
  const locator: IpLocator = {
    lookup: (ip, at) => firstHit<IpPlace>(tables, async (table) => table.locator.lookup(ip, at)),
  }
  const networks: IpNetworks = {
    lookup: (ip) => firstHit<IpNetwork>(tables, async (table) => table.networks.lookup(ip)),
  }
  return { locator, networks }
}

/** Each list is read at the first question. One that cannot be read is a failed check, and the others answer. */
function openHashLists(lists: NonNullable<SourcesConfig['hashLists']>): HashLists | undefined {
  if (lists.length === 0) return undefined
  const loads = lists.map((list) => ({
    list,
    load: once<HashList>(async () => indexHashList(list, parseHashList(await readFile(list.path, 'utf8')))),
  }))
  return {
    lookup: (hash) =>
      Promise.all(
        loads.map(async ({ list, load }): Promise<Answer<HashListEntry>> => {
          try {
            return lookupHash(await load(), hash)
          } catch (error) {
            const by = {
              source: `${list.name} (${list.source})`,
              sourceVersion: list.date,
              sourceDate: list.date,
            }
            return { answer: 'failed', by, caveat: error instanceof Error ? error.message : String(error) }
          }
        }),
      ),
  }
}

/**
 * Opens the sources of enrichment. All of them are files on this machine; nothing is asked over a network.
 *
 * Overlay tables are read now, because a wrong one must be told at the start: throws with file and line. Databases
 * are opened at the first look-up or by `warm`; one that cannot be read answers "failed" with its reason.
 */
export async function openSources(config: SourcesConfig = {}): Promise<OpenedSources> {
  const overlay = await openOverlays(config.overlays ?? [])
  const locator =
    config.locations === 'off'
      ? undefined
      : config.locations
        ? mmdbLocator(config.locations)
        : packagedLocator()
  const networks = config.networks === 'off' ? undefined : asnNetworks(config.networks)
  const counties = packagedCounties()
  const sources = { overlay, locator, networks, counties, hashLists: openHashLists(config.hashLists ?? []) }
  let warming: Promise<unknown> = Promise.resolve()
  return {
    ...sources,
    warm: async () => {
      warming = Promise.allSettled([networks?.warm(), counties.warm(), locator?.lookup('1.1.1.1', undefined)])
      await warming
    },
    close: async () => {
      await warming
    },
  }
}
