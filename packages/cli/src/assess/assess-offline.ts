import type { Assessment, Report, Route } from '@opentipline/contract'
import {
  accountHistories,
  assess,
  enrich,
  eventTimesOf,
  findingPlan,
  placesOf,
  type Policy,
  route,
  signalsOf,
  textFindings,
} from '@opentipline/domain'
import { openConfiguredSources, readRegistry } from '@opentipline/server'

export type OfflineAssessment = Pick<
  Assessment,
  'policy' | 'risk' | 'actionability' | 'label' | 'labelBecause' | 'lane' | 'why' | 'unknown'
> & {
  routes: (Route & { name: string | null })[]
  /** The captures of each account over time: where it is at home, where it travels, what may be shared. */
  accounts: ReturnType<typeof accountHistories>
  /** When what is reported happened, and which of those times may be when it was found. */
  times: ReturnType<typeof eventTimesOf>
}

export type OfflineWish = {
  report: Report
  policy: Policy
  /** Whether the demonstration's made-up addresses have places. */
  demo: boolean
  locationDatabase?: string | undefined
  rangeTable?: string | undefined
  /** The moment for which it is judged. */
  at: Date
}

/**
 * One report judged without a server: findings from the sources on this machine, places, signals, scores and routes, by
 * the same functions as the pipeline's. Links to other reports need the others: what rests on them stays unknown.
 */
export const assessOffline = async (wish: OfflineWish): Promise<OfflineAssessment> => {
  const { report, policy } = wish
  const at = wish.at.toISOString()
  const sources = await openConfiguredSources(wish)
  try {
    const findings = [...(await enrich(findingPlan(report), sources)), ...textFindings(report)]
    const places = placesOf(report, findings)
    const receivedAt = report.origin.dateReceived ?? at
    const signals = signalsOf({ report, findings, places, receivedAt, at })
    const { signals: _all, ...assessment } = assess({ signals, policy })
    const registry = await readRegistry()
    const nameOf = (id: string | null) => registry.agencies.find((agency) => agency.id === id)?.name ?? null
    const routes = route({ places, registry, at }).map((each) => ({ ...each, name: nameOf(each.agency) }))
    return {
      ...assessment,
      routes,
      accounts: accountHistories(report, findings),
      times: eventTimesOf(report),
    }
  } finally {
    await sources.close()
  }
}
