import type {
  AxisAnswer,
  Forum,
  GateAnswer,
  LawEntry,
  LawSentence,
  OpenFileAnswer,
  OpenFileRule,
  PublicState,
  ViewState,
} from '@opentipline/contract'
import { entriesOn, type LawPack } from './pack.ts'
import { citationOf, courtName, lawSentence } from './words.ts'

export type OpenFileQuestion = {
  /** Null where the agency's forum is not known. */
  forum: Forum | null
  viewState: ViewState
  publiclyAvailable: PublicState
  /**
   * Whether the file's hash is stated to match that of known material. A file viewed historically by hash matches by
   * what that state means.
   */
  hashMatched?: PublicState
  /** ISO day, `2026-11-22`. */
  on: string
}

type Axis = 'federal' | 'state'
type Rule = { entry: LawEntry; rule: OpenFileRule; answer: GateAnswer; weakened?: 'unmet' | 'unverified' }
type Judged = AxisAnswer & { says: LawSentence[]; entries: LawEntry[] }

const strictness: Record<GateAnswer, number> = { 'no warrant needed': 0, unsettled: 1, 'warrant needed': 2 }
const stricter = (a: GateAnswer, b: GateAnswer): GateAnswer => (strictness[a] >= strictness[b] ? a : b)

/**
 * May a file be opened without a warrant? Two courts may have to answer: the state's own, and the federal circuit. Each
 * is asked apart; `docs/adr/0140-opening-a-file.md` tells how the two answers become one.
 *
 * Only law opens a gate, and only where its words were seen by somebody; an agency's policy may close one; guidance does
 * neither. Nothing opens from `not stated`. Pure: the same pack and question give the same answer.
 */
export const mayOpenFile = (pack: LawPack, question: OpenFileQuestion): OpenFileAnswer => {
  const { forum, on } = question
  const entries = entriesOn(pack, on)
  const federal = judgeAxis(pack, entries, 'federal', question)
  const state = judgeAxis(pack, entries, 'state', question)
  const combined = combine(forum, federal, state)
  const own = ownPolicy(entries, question, combined.answer)
  const says = [
    ...federal.says,
    ...state.says,
    ...viewSays(question),
    ...publicSays(entries, question),
    ...combined.says,
    ...own.says,
  ]
  const because = [...new Set([...federal.entries, ...state.entries, ...own.entries])]
  return {
    answer: own.answer,
    forum,
    federal: { answer: federal.answer, because: federal.because },
    state: { answer: state.answer, because: state.because },
    because,
    on,
    asOf: pack.asOf,
    says,
    sentences: says.map(lawSentence),
  }
}

const holdsFor = ({ jurisdiction }: LawEntry, axis: Axis, forum: Forum): 'own' | 'nation' | null => {
  if ('nation' in jurisdiction) return 'nation'
  if ('circuits' in jurisdiction)
    return axis === 'federal' && forum.circuit !== null && jurisdiction.circuits.includes(forum.circuit)
      ? 'own'
      : null
  if ('states' in jurisdiction)
    return axis === 'state' && jurisdiction.states.includes(forum.state) ? 'own' : null
  return null
}

/** Viewed historically is a fact of its own, and no better than not viewed unless a rule of that court names it. */
const matchingRules = (entries: readonly LawEntry[], question: OpenFileQuestion): Rule[] => {
  const find = (view: ViewState): Rule[] =>
    entries.flatMap((entry) =>
      (entry.openFile ?? [])
        .filter((rule) => rule.views.includes(view))
        .filter(
          (rule) =>
            rule.publiclyAvailable === undefined || rule.publiclyAvailable === question.publiclyAvailable,
        )
        .map((rule) => weaken({ entry, rule, answer: rule.answer }, question)),
    )
  if (question.viewState === 'not stated') return find('not viewed')
  const named = find(question.viewState)
  return named.length === 0 && question.viewState === 'viewed historically by hash'
    ? find('not viewed')
    : named
}

/** A rule that would open is weaker where its condition is not known to be met, or nobody has seen its words. */
const weaken = (found: Rule, { viewState, hashMatched }: OpenFileQuestion): Rule => {
  if (found.answer !== 'no warrant needed') return found
  const matched = viewState === 'viewed historically by hash' || hashMatched === 'yes'
  if (found.entry.status === 'to be verified by counsel')
    return { ...found, answer: 'unsettled', weakened: 'unverified' }
  const unmet = viewState === 'not stated' || (found.rule.hashMatch === true && !matched)
  return unmet ? { ...found, answer: 'unsettled', weakened: 'unmet' } : found
}

/** What decided rules of one court say together. A rule that left the question open yields to one that decided it. */
const together = (rules: readonly Rule[]): { answer: GateAnswer; divided: boolean } | null => {
  if (rules.length === 0) return null
  const decided = new Set(rules.map(({ answer }) => answer).filter((answer) => answer !== 'unsettled'))
  const [only] = decided
  if (only === undefined) return { answer: 'unsettled', divided: false }
  return decided.size === 1 ? { answer: only, divided: false } : { answer: 'unsettled', divided: true }
}

const silent = (...says: LawSentence[]): Judged => ({ answer: 'silent', because: [], says, entries: [] })

const judgeAxis = (
  pack: LawPack,
  entries: readonly LawEntry[],
  axis: Axis,
  question: OpenFileQuestion,
): Judged => {
  const { forum } = question
  if (!forum) return silent()
  if (axis === 'federal' && forum.circuit === null)
    return silent({ code: 'no-circuit', values: { state: forum.state } })
  const law = entries.filter((entry) => entry.force === 'law')
  const of = (level: 'own' | 'nation'): Rule[] =>
    matchingRules(
      law.filter((entry) => holdsFor(entry, axis, forum) === level),
      question,
    )
  const [ownRules, nationRules] = [of('own'), of('nation')]
  const [own, nation] = [together(ownRules), together(nationRules)]
  const court = courtName(pack, forum, axis)
  const at = { court, axis, place: axis === 'state' ? forum.state : (forum.circuit ?? '') }
  if (!own && !nation) return silent({ code: 'court-silent', values: at })
  const answer = own && nation ? stricter(own.answer, nation.answer) : (own ?? nation)?.answer
  if (answer === undefined) throw new Error('an axis with rules has no answer')
  const rules = [...ownRules, ...nationRules]
  const used = [...new Set(rules.map(({ entry }) => entry))]
  const citations = used.map(citationOf).join('; ')
  const divided = own?.divided === true || nation?.divided === true
  return {
    answer,
    because: used.map(({ id }) => id),
    entries: used,
    says: [
      { code: axisCode(answer, divided, rules), values: { ...at, answer, citations } },
      ...rules.flatMap(({ entry, weakened }): LawSentence[] =>
        weakened === 'unverified'
          ? [{ code: 'unverified-opens-nothing', values: { citation: citationOf(entry) } }]
          : [],
      ),
    ],
  }
}

const axisCode = (answer: GateAnswer, divided: boolean, rules: readonly Rule[]): LawSentence['code'] => {
  if (divided) return 'court-divided'
  if (answer !== 'unsettled') return 'court-says'
  return rules.every(({ weakened }) => weakened === 'unmet') ? 'court-if-matched' : 'court-left-open'
}

type Combined = { answer: GateAnswer; says: LawSentence[] }
const said = (answer: GateAnswer, code: LawSentence['code']): Combined => ({
  answer,
  says: [{ code, values: { answer } }],
})
const decidedOr = (answer: AxisAnswer['answer']): GateAnswer => (answer === 'silent' ? 'unsettled' : answer)

/** Where a prosecution may go to either court, both have to allow it; one that asks for a warrant is enough to need one. */
const combine = (forum: Forum | null, { answer: federal }: Judged, { answer: state }: Judged): Combined => {
  if (!forum) return said('unsettled', 'no-forum')
  if (forum.courts === 'state') return said(decidedOr(state), 'only-this-court')
  if (forum.courts === 'federal') return said(decidedOr(federal), 'only-this-court')
  if (federal === state && federal !== 'silent') return said(federal, 'courts-agree')
  const answers = [federal, state]
  if (answers.includes('warrant needed'))
    return answers.includes('no warrant needed')
      ? said('unsettled', 'courts-disagree')
      : said('warrant needed', 'one-court-needs-warrant')
  return said('unsettled', 'one-court-open')
}

/** The agency's own rule may ask for more than the law does, never for less. */
const ownPolicy = (
  entries: readonly LawEntry[],
  question: OpenFileQuestion,
  answer: GateAnswer,
): Combined & { entries: LawEntry[] } => {
  const policies = entries.filter(
    (entry) => entry.force === 'agency policy' && 'agency' in entry.jurisdiction,
  )
  const asked = matchingRules(policies, question).filter(
    (rule) => strictness[rule.answer] > strictness[answer],
  )
  if (asked.length === 0) return { answer, says: [], entries: [] }
  return {
    answer: asked.reduce((strictest, rule) => stricter(strictest, rule.answer), answer),
    says: asked.map(({ entry, rule }) => ({
      code: 'agency-asks-more',
      values: { citation: citationOf(entry), answer: rule.answer },
    })),
    entries: asked.map(({ entry }) => entry),
  }
}

const viewSays = ({ viewState }: OpenFileQuestion): LawSentence[] => {
  if (viewState === 'not stated') return [{ code: 'not-stated', values: {} }]
  return viewState === 'viewed historically by hash' ? [{ code: 'historical', values: {} }] : []
}

const publicSays = (entries: readonly LawEntry[], { publiclyAvailable }: OpenFileQuestion): LawSentence[] => {
  const spoken = entries.some((entry) => entry.openFile?.some((rule) => rule.publiclyAvailable === 'yes'))
  return publiclyAvailable === 'yes' && !spoken ? [{ code: 'public-changes-nothing', values: {} }] : []
}
