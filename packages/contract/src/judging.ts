/** What an agency's people add to the machine's judgement, and how they look at it: kept apart from it, always. */
import { type Static, type TSchema, Type } from 'typebox'
import { Interval, lanes } from './judgement.ts'
import { PolicyHead } from './policies.ts'

const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)
const label = oneOf(['referral', 'informational'] as const)

/** One tip under several policies, and where they disagree. */
export const TipComparison = Type.Object({
  /** Open tips of the agency that the positions are among, this one included whatever its state. */
  openTips: Type.Integer(),
  views: Type.Array(
    Type.Object({
      policy: PolicyHead,
      /** True for the one in force at the agency. */
      inForce: Type.Boolean(),
      band: text,
      /** 1 is the highest band of `bands`. */
      height: Type.Integer(),
      bands: Type.Integer(),
      risk: Interval,
      actionability: Interval,
      lane: oneOf(lanes),
      /** From 1, among the agency's open tips under that policy. */
      position: Type.Integer(),
      /** What weighs most under that policy, in words; at most three. */
      reasons: Type.Array(text),
      /** Published variables that a tip cannot give, or that nobody recorded: unknown, not zero. */
      unknownInputs: Type.Array(text),
    }),
  ),
  disagreements: Type.Array(text),
})
export type TipComparison = Static<typeof TipComparison>

/** What an officer recorded about one signal from the agency's own records. */
export const RecordView = Type.Object({
  recordId: text,
  signal: text,
  /** The signal as a question that `true` answers with yes. */
  says: text,
  value: oneOf(['true', 'false'] as const),
  note: text,
  by: text,
  at: text,
  withdrawn: nullable(Type.Object({ by: text, at: text, because: text })),
})
export type RecordView = Static<typeof RecordView>

export const RecordRequest = Type.Object({
  signal: Type.String({ minLength: 1, maxLength: 80 }),
  value: oneOf(['true', 'false'] as const),
  note: Type.String({ minLength: 1, maxLength: 4000 }),
})
export type RecordRequest = Static<typeof RecordRequest>

/** A label in a person's word; null goes back to the computed one. */
export const SaidLabel = Type.Object({ label: nullable(label), because: text, by: text, at: text })

/** A person's label beside the computed one. `label` null: somebody went back to the computed one. */
export const LabelView = Type.Object({
  computed: label,
  computedBecause: text,
  /** The last word of a person; null where nobody said anything. */
  override: nullable(SaidLabel),
  /** The last word of the clearinghouse, in its name; an agency's own comes before it. */
  clearinghouse: nullable(SaidLabel),
})
export type LabelView = Static<typeof LabelView>

/** What a person said of a link; only their agency sees it. */
export const LinkVerdict = Type.Object({
  verdict: oneOf(['confirmed', 'rejected'] as const),
  because: text,
  by: text,
  at: text,
})
export type LinkVerdict = Static<typeof LinkVerdict>

/** Where the subject or the child is, in a person's word against what was found. */
export const PlaceCorrectionRequest = Type.Object({
  role: oneOf(['subject', 'child'] as const),
  /** ISO 3166-1 alpha-2. */
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  /** US state or territory abbreviation when `country` is US. */
  region: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  countyFips: Type.Optional(Type.String({ pattern: '^[0-9]{5}$' })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  postalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  because: Type.String({ minLength: 1, maxLength: 2000 }),
})
export type PlaceCorrectionRequest = Static<typeof PlaceCorrectionRequest>

/** A correction as everybody sees who has the report. */
export const PlaceCorrectionView = Type.Object({
  correctionId: text,
  role: oneOf(['subject', 'child'] as const),
  place: text,
  because: text,
  /** The agency whose person said so. */
  by: text,
  at: text,
})
export type PlaceCorrectionView = Static<typeof PlaceCorrectionView>

/** Where a report leads now, told to an agency that has it and to which it leads no more. */
export const Rerouted = Type.Object({
  /** Names; empty where it leads to nobody yet and waits at the clearinghouse. */
  to: Type.Array(text),
  because: text,
  at: text,
})

/** Networks listed at most, the largest. */
export const networksMax = 200

/** One network of an agency's reports, by its size and the report that stands first in the queue. */
export const NetworkHead = Type.Object({
  networkId: text,
  /** Reports of the agency that hang together, decided ones included. */
  reports: Type.Integer(),
  /** Those of them that are open. */
  open: Type.Integer(),
  /** The open one that stands highest. */
  first: Type.Object({ tipId: text, reportId: text, band: text }),
})
export type NetworkHead = Static<typeof NetworkHead>

export const NetworkList = Type.Object({ networks: Type.Array(NetworkHead) })
export type NetworkList = Static<typeof NetworkList>

/** Reports shown of one network at most. */
export const networkReportsMax = 200

/** Reports connected by strong or confirmed links, of those that the agency may see. Nothing is merged. */
export const Network = Type.Object({
  reports: Type.Array(
    Type.Object({
      reportId: text,
      tipId: nullable(text),
      /** Links from the report asked about: 0 is itself. */
      steps: Type.Integer(),
    }),
  ),
  links: Type.Array(
    Type.Object({ between: Type.Array(text), because: text, linkId: text, confirmed: Type.Boolean() }),
  ),
  /** False where the network is larger than what is shown. */
  whole: Type.Boolean(),
})
export type Network = Static<typeof Network>
