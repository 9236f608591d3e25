/** What the server says when it refuses something, in Spanish. What somebody else wrote in it stays as it is. */
import type { SaidPart } from '../sentencesEs.ts'
import { affiliateRefusalsEs } from './affiliateRefusalsEs.ts'
import { agencyRuleRefusalsEs } from './agencyRuleRefusalsEs.ts'
import { caseRefusalsEs } from './caseRefusalsEs.ts'
import { clockRefusalsEs } from './clockRefusalsEs.ts'
import { decisionRefusalsEs } from './decisionRefusalsEs.ts'
import { documentRefusalsEs } from './documentRefusalsEs.ts'
import { everywhereRefusalsEs } from './everywhereRefusalsEs.ts'
import { fileRefusalsEs } from './fileRefusalsEs.ts'
import { gateRefusalsEs } from './gateRefusalsEs.ts'
import { holeWordsEs } from './holeWordsEs.ts'
import { holdsEs, keptRefusalsEs } from './keptRefusalsEs.ts'
import { ledgerRefusalsEs } from './ledgerRefusalsEs.ts'
import { peopleRefusalsEs } from './peopleRefusalsEs.ts'
import { placeRefusalsEs } from './placeRefusalsEs.ts'
import { policyRefusalsEs } from './policyRefusalsEs.ts'
import { providerRefusalsEs } from './providerRefusalsEs.ts'
import { readRefusals } from './readRefusals.ts'
import { reportRefusalsEs } from './reportRefusalsEs.ts'
import { samplingRefusalsEs } from './samplingRefusalsEs.ts'
import { schemaRefusalsEs } from './schemaRefusalsEs.ts'
import { textRefusalsEs } from './textRefusalsEs.ts'
import { tipRefusalsEs } from './tipRefusalsEs.ts'

/** The lists, a noun of the desk each. A sentence stands in one of them. */
export const refusalListsEs = [
  affiliateRefusalsEs,
  agencyRuleRefusalsEs,
  caseRefusalsEs,
  clockRefusalsEs,
  decisionRefusalsEs,
  documentRefusalsEs,
  everywhereRefusalsEs,
  fileRefusalsEs,
  gateRefusalsEs,
  keptRefusalsEs,
  ledgerRefusalsEs,
  peopleRefusalsEs,
  placeRefusalsEs,
  policyRefusalsEs,
  providerRefusalsEs,
  reportRefusalsEs,
  samplingRefusalsEs,
  schemaRefusalsEs,
  textRefusalsEs,
  tipRefusalsEs,
] as const

const allTold = (text: string): string | undefined => {
  const parts = refusalEs(text)
  return parts.every(({ told }) => told) ? parts.map((part) => part.text).join(' ') : undefined
}
const whole = readRefusals(Object.assign({}, ...refusalListsEs), { ...holeWordsEs, holds: holdsEs }, allTold)

/** Where a sentence of ours may end and another begin. A citation has such places too (`v. Sample`). */
const between = /(?<=\.) (?=\p{Lu})/u
/** Pieces of a text that are tried as one sentence. A citation has some ten places that look like the end of one. */
const piecesMax = 40

/** A sentence is the shortest run of words that is one of ours: a longer one would have another in its hole. */
const inSentences = (text: string): SaidPart[] => {
  const pieces = text.split(between)
  const parts: SaidPart[] = []
  for (let from = 0; from < pieces.length; ) {
    let end = from
    let said: string | undefined
    while (said === undefined && end < pieces.length && end < from + piecesMax) {
      end += 1
      said = whole(pieces.slice(from, end).join(' '))
    }
    parts.push({ text: said ?? pieces[from] ?? '', told: said !== undefined })
    from = said === undefined ? from + 1 : end
  }
  return parts
}

/** A refusal in Spanish, sentence by sentence; what is none of ours stays as it was written, and is told apart. */
export const refusalEs = (text: string): SaidPart[] => {
  const parts = inSentences(text)
  if (parts.every(({ told }) => told)) return parts
  const said = whole(text)
  return said === undefined ? parts : [{ text: said, told: true }]
}
