import {
  type Answer,
  type IpNetwork,
  type IpNetworks,
  parseAddress,
  type SourceName,
} from '@opentipline/domain'
import { basename } from 'node:path'
import { answerOrFail } from './answerOrFail.ts'
import { type AsnTable, findOperator, readAsnTable } from './asnTable.ts'
import { networkKindOf } from './networkKind.ts'
import { once } from './once.ts'
import { packagedPath, packageVersion } from './packagedFile.ts'

/** CSV files `start,end,number,name` with decimal addresses, one for each version. */
export type AsnFiles = { readonly ipv4: string; readonly ipv6: string }

type Loaded = { readonly table: AsnTable; readonly by: SourceName }

const packageName = '@ip-location-db/asn'
const caveat = 'The kind of network is read from the operator’s name by a rule, not stated by the operator.'

/** The date in a package version such as `2.3.2026061719`: year, month, day, hour. */
export const dateInVersion = (version: string): string | undefined => {
  const match = /(\d{4})(\d{2})(\d{2})\d{2}$/.exec(version)
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`
}

async function loadPackaged(): Promise<Loaded> {
  const version = await packageVersion(packageName)
  const table = await readAsnTable(
    packagedPath(packageName, 'asn-ipv4-num.csv'),
    packagedPath(packageName, 'asn-ipv6-num.csv'),
  )
  return {
    table,
    by: {
      source: 'IP to ASN (RouteViews, NRO, DB-IP; packaged sample)',
      sourceVersion: version,
      sourceDate: dateInVersion(version),
    },
  }
}

async function loadFiles(files: AsnFiles): Promise<Loaded> {
  const source = basename(files.ipv4)
  return { table: await readAsnTable(files.ipv4, files.ipv6), by: { source, sourceVersion: 'not stated' } }
}

function answerFrom({ table, by }: Loaded, ip: string): Answer<IpNetwork> {
  const address = parseAddress(ip)
  const operator = address === undefined ? undefined : findOperator(table, address)
  if (operator === undefined)
    return { answer: 'miss', by, caveat: 'No network in the table announces the address.' }
  const value = { asn: operator.asn, operator: operator.name, kind: networkKindOf(operator.name) }
  return { answer: 'hit', value, confidence: 'medium', caveat, by }
}

/**
 * The operator of an address. The table loads in the background from the first question or from `warm`; who asks
 * meanwhile waits for it: a table that is not ready is never a "no match".
 */
export function asnNetworks(files?: AsnFiles): IpNetworks & { warm(): Promise<void> } {
  const loaded = once(() => (files === undefined ? loadPackaged() : loadFiles(files)))
  return {
    warm: async () => {
      await loaded()
    },
    lookup: (ip) =>
      answerOrFail({ source: 'network table', sourceVersion: 'not read' }, async () =>
        answerFrom(await loaded(), ip),
      ),
  }
}
