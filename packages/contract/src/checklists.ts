/** Checklists by kind of report, and the short notes beside a field or a file: data with force, source and date. */
import { type Static, Type } from 'typebox'
import { lawForces, lawStatuses } from './law.ts'
import { decisionKinds } from './tips.ts'

const opt = Type.Optional
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)
const closed = { additionalProperties: false }
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 80 })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** A year, a month or a day, as it is known. */
const about = Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })
const words = Type.String({ minLength: 1, maxLength: 1_000 })

/** Characters of an agency's own checklists at most: some twenty lists. */
export const checklistCharactersMax = 200_000
/** Lists of one layer, and items of one list, at most: what a person still reads. */
export const checklistsMax = 60
export const checklistItemsMax = 40

/** Words in English, and in Spanish where somebody wrote them. */
export const InWords = Type.Object({ en: words, es: opt(words) }, closed)
export type InWords = Static<typeof InWords>

/** Where something comes from and how far it binds: what has none of it does not load. */
const sourced = {
  force: oneOf(lawForces),
  citation: words,
  /** The entry of the legal pack it rests on, where there is one. */
  entry: opt(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$', maxLength: 80 })),
  /** Where it was seen. */
  source: words,
  date: about,
  status: oneOf(lawStatuses),
}

export const ChecklistItem = Type.Object({ id, do: InWords, why: InWords, ...sourced }, closed)
export type ChecklistItem = Static<typeof ChecklistItem>

export const Checklist = Type.Object(
  {
    id,
    version: Type.Integer({ minimum: 1 }),
    title: InWords,
    about: InWords,
    /** Signals, any of which makes it a list for the report. */
    whenAny: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 1, maxItems: 12 }),
    /** The shipped list that an agency's own one stands in the place of. */
    instead: opt(id),
    items: Type.Array(ChecklistItem, { minItems: 1, maxItems: checklistItemsMax }),
  },
  closed,
)
export type Checklist = Static<typeof Checklist>

/** An agency's own rule that an item is ticked before decisions of some kinds. Nothing else makes an item a gate. */
export const ChecklistRequirement = Type.Object(
  {
    list: id,
    item: id,
    before: Type.Array(oneOf(decisionKinds), { minItems: 1, maxItems: decisionKinds.length }),
    /** The agency's rule that asks for it. */
    citation: words,
  },
  closed,
)
export type ChecklistRequirement = Static<typeof ChecklistRequirement>

/** One file of `data/checklists`, and the text of an agency's own layer. */
export const ChecklistFile = Type.Object(
  {
    asOf: day,
    lists: Type.Array(Checklist, { maxItems: checklistsMax }),
    /** Items that an agency puts behind those of a list. */
    adds: opt(
      Type.Array(
        Type.Object(
          { to: id, items: Type.Array(ChecklistItem, { minItems: 1, maxItems: checklistItemsMax }) },
          closed,
        ),
        { maxItems: checklistsMax },
      ),
    ),
    requires: opt(Type.Array(ChecklistRequirement, { maxItems: 100 })),
  },
  closed,
)
export type ChecklistFile = Static<typeof ChecklistFile>

/** A list as it holds at an agency. */
export const ChecklistInForce = Type.Object({
  list: Checklist,
  /** The agency's own, and not shipped. */
  own: Type.Boolean(),
  /** Ids of its items that the agency added. */
  ownItems: Type.Array(Type.String()),
})
export type ChecklistInForce = Static<typeof ChecklistInForce>

export const ChecklistProblem = Type.Object({
  path: Type.String(),
  message: Type.String(),
  line: opt(Type.Integer()),
  column: opt(Type.Integer()),
})

/** Every list as it holds at the agency, and every version of its own layer, newest first. */
export const ChecklistsView = Type.Object({
  asOf: Type.String(),
  lists: Type.Array(ChecklistInForce),
  requires: Type.Array(ChecklistRequirement),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      by: Type.String(),
      at: Type.String(),
      because: Type.String(),
      text: Type.String(),
    }),
  ),
})
export type ChecklistsView = Static<typeof ChecklistsView>

/** Somebody's word that an item was done, or that it was not after all. Each one stays. */
export const ChecklistTick = Type.Object({
  done: Type.Boolean(),
  by: Type.String(),
  at: Type.String(),
  note: Type.String(),
})
export type ChecklistTick = Static<typeof ChecklistTick>

export const threeStates = ['true', 'false', 'unknown'] as const

export const TipChecklist = Type.Object({
  list: Checklist,
  own: Type.Boolean(),
  ownItems: Type.Array(Type.String()),
  /** Whether it is a list for this report: unknown where no signal says yes and some cannot be told. */
  applies: oneOf(threeStates),
  because: Type.Array(Type.Object({ signal: Type.String(), value: oneOf(threeStates) })),
  /** By item, newest first. An item that is not here was never ticked. */
  ticks: Type.Record(Type.String(), Type.Array(ChecklistTick)),
})
export type TipChecklist = Static<typeof TipChecklist>

/** The lists of one tip. What `requires` names and is not ticked stands before a decision, by the agency's own rule. */
export const TipChecklists = Type.Object({
  lists: Type.Array(TipChecklist),
  requires: Type.Array(ChecklistRequirement),
})
export type TipChecklists = Static<typeof TipChecklists>

export const guidancePlaces = ['field', 'before opening', 'after opening'] as const
/** A short note beside what it explains: a field of a report, or the moments around opening a file. */
export const GuidanceNote = Type.Object(
  {
    id,
    place: oneOf(guidancePlaces),
    /** The name of the field, for a note beside one. */
    field: opt(Type.String({ minLength: 1, maxLength: 80 })),
    says: InWords,
    ...sourced,
  },
  closed,
)
export type GuidanceNote = Static<typeof GuidanceNote>

export const GuidanceFile = Type.Object(
  { asOf: day, notes: Type.Array(GuidanceNote, { maxItems: 200 }) },
  closed,
)
export type GuidanceFile = Static<typeof GuidanceFile>
