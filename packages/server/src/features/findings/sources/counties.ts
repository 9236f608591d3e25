import type { Counties } from '@opentipline/domain'
import { answerOrFail } from './answerOrFail.ts'
import { loadCountyMap } from './countyMap.ts'
import { once } from './once.ts'
import { loadZipTable } from './zipTable.ts'

const unread = (source: string) => ({ source, sourceVersion: 'not read' })

/** US counties by point, ZIP and city, from the packaged tables, loaded at the first question or by `warm`. */
export function packagedCounties(): Counties & { warm(): Promise<void> } {
  const map = once(loadCountyMap)
  const zips = once(loadZipTable)
  return {
    warm: async () => {
      await Promise.all([map(), zips()])
    },
    at: (latitude, longitude, withinKm) =>
      answerOrFail(unread('US county borders'), async () => (await map()).at(latitude, longitude, withinKm)),
    ofPostalCode: (postalCode) =>
      answerOrFail(unread('ZIP codes and counties'), async () => (await zips()).ofPostalCode(postalCode)),
    ofCity: (city, region) =>
      answerOrFail(unread('ZIP codes and counties'), async () => (await zips()).ofCity(city, region)),
  }
}
