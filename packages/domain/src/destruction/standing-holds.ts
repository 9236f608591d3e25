import type { DestructionBasis, DestructionHold, HoldKind } from '@opentipline/contract'

/** What keeps a file, before it is asked whether it stands. `until` in UTC, ISO 8601. */
export type Hold = Omit<DestructionHold, 'stands'>

/**
 * Whether a hold stands against a request. A retention rule gives way to every hold: a record may be wanted although its
 * time is over. An order of a court does not, and lifts what the asking side holds itself. Another agency's holding stands
 * against an agency in any case: an order binds whom it is addressed to, and that agency can be ordered too.
 */
const stands = (basis: DestructionBasis, kind: HoldKind): boolean =>
  basis === 'retention rule' || kind === 'other agency'

export const standingHolds = (basis: DestructionBasis, holds: readonly Hold[]): DestructionHold[] =>
  holds.map((hold) => ({ ...hold, stands: stands(basis, hold.kind) }))

const says: Record<HoldKind, string> = {
  'provider hold': 'the provider’s duty to preserve what it reported still runs (18 U.S.C. 2258A(h))',
  'preservation letter': 'a preservation letter still runs (18 U.S.C. 2703(f))',
  'open tip': 'a tip on its report is not done with',
  'open case': 'a tip on its report is in an open case',
  'other agency': 'another agency has its report, and its evidence is not yours to destroy',
}

/** One sentence on what stands, for whoever was refused. */
export const holdSentence = (holds: readonly DestructionHold[]): string =>
  `It is kept: ${holds
    .filter((hold) => hold.stands)
    .map(({ kind, agency, until }) =>
      [says[kind], agency ?? '', until ? `until ${until.slice(0, 10)}` : '']
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('; ')}.`
