import { emptyReport, type Report } from '@opentipline/contract'
import { demoProviders, type ProviderKey } from './plan.ts'
import { emptyPerson } from './subjects.ts'

/** The incident types of the wire contract that the demonstration uses, under short names. */
export const incidentTypes = {
  material: 'Child Pornography (possession, manufacture, and distribution)',
  enticement: 'Online Enticement of Children for Sexual Acts',
  trafficking: 'Child Sex Trafficking',
  unsolicited: 'Unsolicited Obscene Material Sent to a Child',
} as const

/** ISO 8601 to the second, UTC. */
export const isoSecond = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** A report of a provider with its reporter filled in and nothing else stated but the type and time. */
export const reportOf = (provider: ProviderKey, type: string, atMs: number): Report => {
  const { domain } = demoProviders[provider]
  return {
    ...emptyReport('reporting-xml'),
    incident: { type, annotations: [], at: isoSecond(atMs) },
    reporter: {
      person: {
        ...emptyPerson(),
        firstName: 'Synthetic',
        lastName: 'Reporting Team',
        emails: [{ address: `reports@${domain}` }],
      },
    },
  }
}
