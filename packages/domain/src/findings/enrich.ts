import type { Finding } from '@opentipline/contract'
import { fiveDigits } from '../places/postalCodes.ts'
import type { Answer, County, SourceName, Sources } from './answers.ts'
import { type Wish, wishDetail } from './findingPlan.ts'
import { ipFindings } from './ipFindings.ts'
import { known, makeFinding } from './makeFinding.ts'
import { emailDomainFinding, phoneFinding, timeZoneFinding, urlFinding } from './tableFindings.ts'

/** A point that the report states is exact to about this distance: phones round, people move. */
const pointRadiusKm = 1

const none: SourceName = { source: 'none', sourceVersion: 'none' }

const notLoaded = (what: string): Answer<never> => ({
  answer: 'not checked',
  by: none,
  caveat: `No ${what} is loaded.`,
})

type CountyWish = Extract<Wish, { want: 'county' }>

/** The ZIP first, since it is the finer statement; then the city within its state. */
async function askCounty(wish: CountyWish, { counties }: Sources): Promise<Answer<County>> {
  if (counties === undefined) return notLoaded('county table')
  const zip = fiveDigits(wish.postalCode ?? '')
  const byZip = zip === undefined ? undefined : await counties.ofPostalCode(zip)
  if (byZip?.answer === 'hit') return byZip
  if (wish.city !== undefined && wish.region !== undefined) return counties.ofCity(wish.city, wish.region)
  return (
    byZip ?? {
      answer: 'not checked',
      by: none,
      caveat: 'Neither a ZIP code nor a city with its state is stated.',
    }
  )
}

const countyFinding = (wish: Wish, answer: Answer<County>): Finding =>
  makeFinding(
    { kind: 'county', about: wish.about, detail: wishDetail(wish) },
    answer,
    (county) => ({ asked: wishDetail(wish), ...known({ ...county }) }),
    [
      answer.answer === 'hit' && answer.value.near.length > 0
        ? 'Near a county line, or in several counties.'
        : undefined,
    ],
  )

async function hashFindings(about: string, hash: string, { hashLists }: Sources): Promise<Finding[]> {
  const answers = (await hashLists?.lookup(hash)) ?? [notLoaded('hash list')]
  const list = answers.length === 0 ? [notLoaded('hash list')] : answers
  return list.map((answer) =>
    makeFinding({ kind: 'hash list', about, detail: answer.by.source }, answer, (entry) => ({
      hash,
      ...known({ ...entry }),
    })),
  )
}

async function findingsOf(wish: Wish, sources: Sources): Promise<Finding[]> {
  switch (wish.want) {
    case 'ip':
      return ipFindings(wish, sources)
    case 'phone':
      return [phoneFinding(wish.about, wish.phone)]
    case 'email domain':
      return [emailDomainFinding(wish.about, wish.domain)]
    case 'url host':
      return [urlFinding(wish.about, wish.url)]
    case 'hash':
      return hashFindings(wish.about, wish.hash, sources)
    case 'time zone':
      return [timeZoneFinding(wish.about, wish.given)]
    case 'county':
      return [countyFinding(wish, await askCounty(wish, sources))]
    case 'county at': {
      const answer =
        sources.counties?.at(wish.latitude, wish.longitude, pointRadiusKm) ?? notLoaded('county map')
      return [countyFinding(wish, await answer)]
    }
  }
}

const kindOf: Readonly<Record<Wish['want'], Finding['kind']>> = {
  ip: 'ip location',
  phone: 'phone region',
  'email domain': 'email domain',
  'url host': 'url host',
  hash: 'hash list',
  'time zone': 'time zone',
  county: 'county',
  'county at': 'county',
}

/** A source that throws is a failed check, kept apart from "no match"; the other look-ups go on. */
function failed(wish: Wish, error: unknown): Finding {
  const caveat = `The check failed: ${error instanceof Error ? error.message : String(error)}`
  const detail = wishDetail(wish)
  return makeFinding(
    { kind: kindOf[wish.want], about: wish.about, detail },
    { answer: 'failed', by: none, caveat },
    () => ({}),
  )
}

/**
 * Carries out a plan. One finding or more for each wish, in the plan's order: hit, miss, not checked or failed, each
 * with source, version, date of the data, confidence and caveat. Never rejects.
 */
export async function enrich(plan: readonly Wish[], sources: Sources): Promise<Finding[]> {
  const found: Finding[] = []
  for (const wish of plan) {
    try {
      found.push(...(await findingsOf(wish, sources)))
    } catch (error) {
      found.push(failed(wish, error))
    }
  }
  return found
}
