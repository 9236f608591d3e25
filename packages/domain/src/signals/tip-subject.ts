import type { Party } from '@opentipline/contract'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { anyOf, inReport, isFalse, isTrue, isUnknown, trueIfAny, yesOrNo } from './reading.ts'
import { partiesOf, said } from './walk.ts'

/** A statement of the law-enforcement JSON about reported persons, one text per statement. */
function statements({ report }: Facts, key: string): { text: string; ref: string }[] {
  return partiesOf(report, 'reported').flatMap(({ item, ref }) => {
    const value = item.statements[key]
    if (value === undefined) return []
    return [{ text: typeof value === 'string' ? value : value.join('; '), ref: `${ref}/statements/${key}` }]
  })
}

/** A yes-or-no statement about any reported person. False only if every one that is stated says no. */
function statedYesNo(facts: Facts, key: string): Reading {
  const answers = statements(facts, key).map(({ text, ref }) => ({ answer: yesOrNo(text), ref }))
  const yes = answers.filter(({ answer }) => answer === true)
  if (yes.length > 0) return isTrue(yes.map(({ ref }) => inReport(ref)))
  const no = answers.length > 0 && answers.every(({ answer }) => answer === false)
  return no
    ? isFalse(answers.map(({ ref }) => inReport(ref)))
    : isUnknown(answers.map(({ ref }) => inReport(ref)))
}

const household =
  /\b(?:father|mother|parent|step-?(?:father|mother|parent|dad|mom)|guardian|uncle|aunt|grand(?:father|mother|parent)|brother|sister|sibling|cousin|padre|madre|padrastro|madrastra|tutor|t[ií]o|t[ií]a|abuel[oa]|herman[oa]|prim[oa])(?![\p{L}])/iu

/** The stated relationship to the child is one of family or guardianship. */
function familyRelationship(facts: Facts): Reading {
  const close = statements(facts, 'relationshipToChildVictim').filter(
    ({ text }) => household.test(text) && yesOrNo(text) !== false,
  )
  return trueIfAny(close.map(({ ref }) => inReport(ref)))
}

/** Access to a child or to children is stated, or a family relationship to the child. */
function accessToChildren(facts: Facts): Reading {
  const parts = [
    statedYesNo(facts, 'accessToChildVictim'),
    statedYesNo(facts, 'accessToChildren'),
    familyRelationship(facts),
  ]
  const stated = parts.filter((part) => part.value === 'false')
  const yes = anyOf(parts)
  if (yes.value === 'true') return yes
  // "No" to both questions is a statement; the relationship alone cannot deny access.
  return stated.length === 2 ? isFalse(stated.flatMap((part) => part.evidence)) : isUnknown(yes.evidence)
}

const withChildren =
  /\b(?:teacher|teaching assistant|coach|nanny|babysitter|au pair|day-?care|child-?care|nursery|kindergarten|pediatric\w*|paediatric\w*|school bus|scout|youth (?:worker|leader|pastor|minister)|camp counsel(?:l)?or|tutor|foster|maestr[oa]|profesor[a]?|entrenador[a]?|niñer[oa]|guarder[ií]a|pediatra|catequista)(?![\p{L}])/iu

/** The stated occupation is one with children, by a short list of words. */
const occupationWithChildren = (facts: Facts): Reading =>
  trueIfAny(
    statements(facts, 'occupation')
      .filter(
        ({ text }) => withChildren.test(text) && !/\b(?:former|retired|ex-?|not a|jubilad)/iu.test(text),
      )
      .map(({ ref }) => inReport(ref)),
  )

/** The report states that the reported person is a convicted sex offender. */
const registeredOffender = (facts: Facts): Reading => statedYesNo(facts, 'convictedSexOffender')

/** The provider names earlier reports about the account. */
const priorReports = ({ report }: Facts): Reading =>
  trueIfAny(
    partiesOf(report, 'reported').flatMap(({ item, ref }) =>
      item.priorReports.map((_, index) => inReport(`${ref}/priorReports/${index}`)),
    ),
  )

function hasIdentity(party: Party): boolean {
  const { person } = party
  const contact = [person?.phones, person?.emails, person?.addresses].some((list) => (list ?? []).length > 0)
  return contact || said(person?.lastName) || said(party.espIdentifier) || said(party.screenName)
}

/** A reported person has an account, name, e-mail, phone or address. */
function subjectIdentified({ report }: Facts): Reading {
  const reported = partiesOf(report, 'reported')
  const identified = reported.filter(({ item }) => hasIdentity(item))
  if (identified.length > 0) return isTrue(identified.map(({ ref }) => inReport(ref)))
  return reported.length > 0 ? isUnknown(reported.map(({ ref }) => inReport(ref))) : isUnknown()
}

export const subjectSignals: readonly SignalDefinition[] = [
  {
    name: 'access to children',
    class: 'tip',
    question: 'Does the reported person have access to a child?',
    inputs:
      'Statements about reported persons: accessToChildVictim, accessToChildren, relationshipToChildVictim (a short list of words)',
    unknownWhen: 'The report does not state it, or states it in words that are neither yes nor no.',
    source:
      'KIRAT, access to children; CASIC; AviaTor; law-enforcement JSON accessToChildren, accessToChildVictim',
    act: 'Run a records check on the household of the reported person',
    read: accessToChildren,
  },
  {
    name: 'occupation with children',
    class: 'tip',
    question: 'Does the reported person work or volunteer with children?',
    inputs:
      'The statement occupation about reported persons, by a short list of words in English and Spanish',
    unknownWhen: 'No occupation is stated, or it is not on the list of words.',
    source: 'AviaTor; CASIC; law-enforcement JSON occupation',
    act: 'Check the occupation in open sources and licensing records',
    read: occupationWithChildren,
  },
  {
    name: 'registered offender',
    class: 'tip',
    question: 'Is the reported person stated to be a convicted sex offender?',
    inputs: 'The statement convictedSexOffender about reported persons',
    unknownWhen: 'The report does not state it.',
    source: 'ICAC Standards, prioritisation item 2; KIRAT; law-enforcement JSON convictedSexOffender',
    act: 'Look up the sex offender registry',
    read: registeredOffender,
  },
  {
    name: 'prior reports',
    class: 'tip',
    question: 'Were there earlier reports about this account?',
    inputs: 'priorReports of reported persons',
    unknownWhen: 'The provider names none: that does not say that there were none.',
    source: 'Reporting API, priorCTReports; ICAC Standards, prioritisation item 5 (repeat offenders)',
    act: 'Search the earlier reports for the account, e-mail and phone',
    providerAdvice: 'Give the numbers of the earlier reports that you filed on this account',
    read: priorReports,
  },
  {
    name: 'subject identified',
    class: 'tip',
    question: 'Does the report say which account or person it is about?',
    inputs: 'People of the role reported: account, screen name, last name, phone, e-mail, address',
    unknownWhen: 'No reported person has an account, name or contact.',
    source: 'NCMEC, referral: sufficient user details; Stanford, offender information',
    act: 'Ask the provider which account the report is about',
    providerAdvice:
      'Name the account (espIdentifier, screenName) and the e-mail and phone that you hold for it',
    read: subjectIdentified,
  },
]
