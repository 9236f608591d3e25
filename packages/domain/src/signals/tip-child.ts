import type { Party } from '@opentipline/contract'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { fileAnnotation, reportAnnotation } from './annotations.ts'
import { anyOf, inReport, isFalse, isUnknown, trueIfAny } from './reading.ts'
import { filesOf, partiesOf, said } from './walk.ts'

/** Age in years below which a stated age counts as a young child. A choice: children before their teens. */
const youngChildYearsBelow = 13

function identifies(party: Party): boolean {
  const { person } = party
  const named = said(person?.lastName) || said(person?.firstName)
  const reachable = [person?.phones, person?.emails, person?.addresses].some(
    (list) => (list ?? []).length > 0,
  )
  return named || reachable || said(party.espIdentifier) || said(party.screenName) || said(party.schoolName)
}

/** A child of the report has a name, an account, a contact or a school. */
const childIdentifiable = ({ report }: Facts): Reading =>
  trueIfAny(
    partiesOf(report, 'child')
      .filter(({ item }) => identifies(item))
      .map(({ ref }) => inReport(ref)),
  )

function statedAge({ report }: Facts): Reading {
  const ages = partiesOf(report, 'child').filter(({ item }) => item.person?.age !== undefined)
  const young = ages.filter(({ item }) => (item.person?.age ?? 0) < youngChildYearsBelow)
  if (young.length > 0) return trueIfAny(young.map(({ ref }) => inReport(`${ref}/person/age`)))
  return isUnknown()
}

/** A child's stated age is below 13, or a file is labelled with an infant. Older stated ages do not deny another child. */
const youngChild = (facts: Facts): Reading => anyOf([statedAge(facts), fileAnnotation(facts, 'infant')])

/** A file is labelled A1 or A2. False only where every file carries another label. */
function classificationA({ report }: Facts): Reading {
  const files = filesOf(report)
  const marked = files.filter(({ item }) => /^A[12]$/iu.test(item.industryClassification ?? ''))
  if (marked.length > 0) return trueIfAny(marked.map(({ ref }) => inReport(`${ref}/industryClassification`)))
  const others =
    files.length > 0 && files.every(({ item }) => /^B[12]$/iu.test(item.industryClassification ?? ''))
  return others ? isFalse(files.map(({ ref }) => inReport(`${ref}/industryClassification`))) : isUnknown()
}

/** A file is labelled with violence. */
const violenceLabelled = (facts: Facts): Reading =>
  fileAnnotation(facts, 'physicalHarm', 'violenceGore', 'bestiality')

/** A file may have been made by the child itself: usually a matter of safeguarding first. */
const selfProduction = (facts: Facts): Reading => fileAnnotation(facts, 'possibleSelfProduction')

/** Annotated as between minors. */
const minorToMinor = (facts: Facts): Reading => reportAnnotation(facts, 'minorToMinorInteraction')

export const childSignals: readonly SignalDefinition[] = [
  {
    name: 'child identifiable',
    class: 'tip',
    question: 'Does the report carry something by which a child could be identified?',
    inputs: 'People of the role child: name, phone, e-mail, address, account, screen name, school',
    unknownWhen: 'No child of the report has a name, account, contact or school. It may still be found.',
    source: '34 U.S.C. 21114 (identifying or rescuing child victims first); ICAC Standards',
    act: 'Ask the provider for the account of the child that it already knows, and check linked reports',
    providerAdvice:
      "Name the child's account, contact or school where your records of the incident already hold it",
    read: childIdentifiable,
  },
  {
    name: 'young child',
    class: 'tip',
    question: 'Is a child stated to be below 13, or a file labelled with an infant?',
    inputs: 'person.age of people of the role child; annotations of files (infant)',
    unknownWhen: 'No such age or label is stated.',
    source: 'Reporting API, victim age and fileAnnotations infant; NCMEC age range label',
    act: 'Ask the provider or the clearinghouse for the age label',
    providerAdvice: "State the child's age where the account already holds it",
    read: youngChild,
  },
  {
    name: 'classification A',
    class: 'tip',
    question: 'Is a file labelled A1 or A2?',
    inputs: 'industryClassification of files',
    unknownWhen: 'A file has no label, and none is A1 or A2.',
    source: 'Reporting API, industryClassification; NCMEC labels',
    act: 'Ask the provider for the label of the files that its staff viewed',
    providerAdvice: 'Give industryClassification for files that your staff have already viewed',
    read: classificationA,
  },
  {
    name: 'violence labelled',
    class: 'tip',
    question: 'Is a file labelled with violence?',
    inputs: 'Annotations of files (physicalHarm, violenceGore, bestiality)',
    unknownWhen: 'No such label is set: the format cannot say "no".',
    source: 'Reporting API, fileAnnotations; ICAC Standards, prioritisation item 5',
    act: 'Ask the provider or the clearinghouse for labels',
    providerAdvice: 'Set the annotation on files that your staff have already viewed',
    read: violenceLabelled,
  },
  {
    name: 'self-production possible',
    class: 'tip',
    question: 'May the child have made the material itself?',
    inputs: 'Annotations of files (possibleSelfProduction)',
    unknownWhen: 'The label is not set: the format cannot say "no".',
    source: 'Reporting API, fileAnnotations possibleSelfProduction',
    act: 'Ask the provider or the clearinghouse for labels',
    read: selfProduction,
  },
  {
    name: 'between minors',
    class: 'tip',
    question: 'Is it annotated as between minors?',
    inputs: 'incident.annotations (minorToMinorInteraction)',
    unknownWhen: 'The flag is not set: the format cannot say "no".',
    source: 'Reporting API, reportAnnotations minorToMinorInteraction',
    act: 'Ask the provider for the stated ages of the accounts',
    read: minorToMinor,
  },
]
