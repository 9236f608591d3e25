import type { Facts } from '@opentipline/domain'
import {
  annotated,
  child,
  conversation,
  disclaimed,
  enticementType,
  escalated,
  linked,
  located,
  ofType,
  recipient,
  recorded,
  says,
  stated,
  subject,
  such,
  viralBatch,
  withFiles,
} from './reports.ts'

/**
 * Two reports, of which the first should come first, and where that was published. `item` is the step of the ICAC scale that
 * the pair crosses, where it is one. `factor` pairs rest on a published factor that not every policy counts.
 */
export type Vignette = { a: Facts; before: Facts; because: string; source: 'icac order' | 'factor' }

// One report for each item of the published scale, several where the item can show in several ways.
const items: Record<string, Facts[]> = {
  '1': [
    such(escalated),
    such(says('The account holder writes of suicide.')),
    such(says('La persona habla de suicidio.')),
    such(ofType('Child Sexual Molestation')),
    such(withFiles(1, { annotations: ['liveStreaming'] })),
  ],
  '2': [
    such(stated({ convictedSexOffender: 'Yes', accessToChildren: 'Yes' })),
    such(recorded('prior sexual convictions'), recorded('lives with children')),
    such(stated({ convictedSexOffender: 'Yes' }), child({ screenName: 'synthetic child' })),
  ],
  '3': [such(ofType(enticementType)), such(annotated('sextortion')), such(annotated('csamSolicitation'))],
  '4': [
    such(stated({ accessToChildren: 'Yes' })),
    such(recorded('lives with children')),
    such(recorded('home-made material')),
  ],
  '5': [
    such(withFiles(30)),
    such(annotated('sadisticOnlineExploitation')),
    such(subject({ priorReports: ['1001'] })),
    such(linked('strong')),
    such(recorded('commercial distribution')),
  ],
  '6': [such(subject({ groupIdentifier: 'synthetic group 4' }))],
  '7': [such(withFiles(1, { annotations: ['generativeAi'] }))],
  '8': [such()],
}

const scale = Object.keys(items)

/** Every report of an item comes before every report of the next one. */
const published: Vignette[] = scale.slice(0, -1).flatMap((item, index) => {
  const next = scale[index + 1] ?? ''
  return (items[item] ?? []).flatMap((a) =>
    (items[next] ?? []).map((before) => ({
      a,
      before,
      because: `item ${item} of the scale comes before item ${next}`,
      source: 'icac order' as const,
    })),
  )
})

const factor = (because: string, a: Facts, before: Facts = such()): Vignette => ({
  a,
  before,
  because,
  source: 'factor',
})

/** One factor more, all else equal. */
const factors: Vignette[] = [
  factor(
    'an escalated report comes before the same one with an urgency that is only disclaimed',
    such(escalated),
    such(disclaimed),
  ),
  factor(
    'a stated crisis comes before a denied one',
    such(says('The user is suicidal.')),
    such(says('There is no indication of suicide.')),
  ),
  factor(
    'a crisis stated comes before the name of a help line',
    such(says('The user is suicidal.')),
    such(says('The suicide prevention hotline was shown.')),
  ),
  factor('a child that may be identified comes first', such(child({ screenName: 'synthetic child' }))),
  factor('a named school comes before no child known', such(child({ schoolName: 'Synthetic School 5' }))),
  factor(
    'access to a child comes before access denied',
    such(stated({ accessToChildren: 'Yes', accessToChildVictim: 'Yes' })),
    such(stated({ accessToChildren: 'No', accessToChildVictim: 'No' })),
  ),
  factor(
    'a family relationship counts as access',
    such(stated({ relationshipToChildVictim: 'Uncle' })),
    such(stated({ relationshipToChildVictim: 'Stranger' })),
  ),
  factor(
    'work with children comes before other work',
    such(stated({ occupation: 'School bus driver' })),
    such(stated({ occupation: 'Accountant' })),
  ),
  factor('a recorded position of trust comes first', such(recorded('position of trust'))),
  factor(
    'a known offender comes before one without a record',
    such(stated({ convictedSexOffender: 'Yes' })),
    such(stated({ convictedSexOffender: 'No' })),
  ),
  factor('earlier allegations on record come first', such(recorded('prior allegations'))),
  factor('a concern of an officer comes first', such(recorded('officer concern'))),
  factor(
    'a young child comes before an older one',
    such(child({ person: { phones: [], emails: [], addresses: [], age: 7 } })),
    such(child({ person: { phones: [], emails: [], addresses: [], age: 16 } })),
  ),
  factor(
    'label A1 comes before label B2',
    such(withFiles(1, { industryClassification: 'A1' })),
    such(withFiles(1, { industryClassification: 'B2' })),
  ),
  factor(
    'a violence label comes before none',
    such(withFiles(1, { annotations: ['violenceGore'] })),
    such(withFiles(1)),
  ),
  factor('many files come before one', such(withFiles(40)), such(withFiles(1))),
  factor('a repeated account comes before a first report', such(subject({ priorReports: ['1001'] }))),
  factor('a strong link comes before a weak one', such(linked('strong')), such(linked('weak'))),
  factor(
    'solicitation with an identifiable child comes before solicitation alone',
    such(ofType(enticementType), child({ screenName: 'synthetic child' })),
    such(ofType(enticementType)),
  ),
  factor(
    'sextortion with a stated crisis comes before sextortion alone',
    such(annotated('sextortion'), says('The child speaks of self-harm.')),
    such(annotated('sextortion')),
  ),
  factor(
    'solicitation comes before possession of many files',
    such(ofType(enticementType)),
    such(withFiles(40)),
  ),
  factor(
    'a young child with access comes before a young child alone',
    such(withFiles(1, { annotations: ['infant'] }), stated({ accessToChildren: 'Yes' })),
    such(withFiles(1, { annotations: ['infant'] })),
  ),
  factor('an escalated report comes before a viral batch', such(escalated), such(viralBatch)),
  factor(
    'contact abuse comes before solicitation',
    such(ofType('Child Sexual Molestation')),
    such(ofType(enticementType)),
  ),
  factor(
    'live-streaming comes before label A1 alone',
    such(withFiles(1, { annotations: ['liveStreaming'] })),
    such(withFiles(1, { industryClassification: 'A1' })),
  ),
  factor('trafficking comes before possession', such(ofType('Child Sex Trafficking'))),
]

/** Where a report stands among those of equal risk, or which lane it takes, by what can be worked. */
export type LaneVignette = {
  facts: Facts
  lane: 'now' | 'work' | 'enrich' | 'informational'
  because: string
}

const bare = such(withFiles(0), subject({ espIdentifier: 'synthetic-17', ipCaptures: [] }))
const nowhere = (change: (facts: Facts) => Facts): Facts =>
  change({ ...bare, report: { ...bare.report, incident: { annotations: [] } } })

/** Lanes under the default policy. */
export const lanesExpected: LaneVignette[] = [
  { facts: such(escalated, located('subject')), lane: 'now', because: 'urgent, with place, file and time' },
  {
    facts: nowhere(escalated),
    lane: 'enrich',
    because: 'urgent, but nothing to work with: ask for more, never close',
  },
  {
    facts: such(ofType(enticementType), conversation, located('child')),
    lane: 'work',
    because: 'solicitation that can be worked',
  },
  {
    facts: nowhere(ofType(enticementType)),
    lane: 'enrich',
    because: 'solicitation without place, time or conversation',
  },
  { facts: such(located('subject')), lane: 'work', because: 'an ordinary report with a place' },
  { facts: such(viralBatch), lane: 'informational', because: 'a viral item as a whole' },
  {
    facts: such(withFiles(2, { annotations: ['viral'] }), located('subject')),
    lane: 'informational',
    because: 'every file is viral',
  },
  { facts: such(annotated('informational')), lane: 'informational', because: 'the provider marked it so' },
  {
    facts: such(annotated('spam', 'sextortion'), located('subject')),
    lane: 'work',
    because: 'a danger outweighs the mark',
  },
  { facts: such(), lane: 'informational', because: 'no possible location is known' },
  {
    facts: such(recipient),
    lane: 'informational',
    because: 'a recipient is no location of the reported person',
  },
  {
    facts: such(located('recipient')),
    lane: 'informational',
    because: "a recipient's place is not the reported person's",
  },
]

/** All pairs. */
export const vignettes: readonly Vignette[] = [...published, ...factors]
