import type { Condition } from '../policy/schema.ts'

export type Label = 'referral' | 'informational'
export type LabelRule = { id: string; when: Condition; label: Label; because: string }

/** Any of these, once known to be so, makes a report one to be worked, however thin it is. */
const dangers: Condition[] = [
  'provider escalated',
  'crisis stated',
  'contact abuse indicated',
  'live streaming',
  'enticement',
  'sextortion',
  'sadistic exploitation',
  'trafficking or tourism',
  'access to children',
  'registered offender',
  'prior sexual convictions',
  'officer concern',
]

/**
 * The label, after the clearinghouse's published definition: a referral has sufficient user details, imagery and a
 * possible location; an informational report lacks them or is viral. The first rule that is known to hold decides; a
 * rule whose condition is unknown does not. That a danger outweighs thinness is this project's choice.
 */
export const labelRules: readonly LabelRule[] = [
  {
    id: 'a danger is stated',
    when: { any: dangers },
    label: 'referral',
    because: 'A danger to a child is stated, which outweighs whatever else is missing.',
  },
  {
    id: 'marked by the provider',
    when: 'marked informational',
    label: 'informational',
    because: 'The provider itself marked it as informational or spam.',
  },
  {
    id: 'viral item with an identifiable child',
    when: { all: ['viral item', 'child identifiable'] },
    label: 'referral',
    because: 'It is a viral item, but a child may be identified from this report.',
  },
  {
    id: 'viral item',
    when: 'viral item',
    label: 'informational',
    because: 'It is a viral item or a meme as a whole.',
  },
  {
    id: 'enough to work on',
    when: {
      all: [
        'subject identified',
        { any: ['file included', 'file described', 'conversation included'] },
        { any: ['subject located', 'child located'] },
      ],
    },
    label: 'referral',
    because: 'It has user details, a file or conversation, and a possible location.',
  },
]
