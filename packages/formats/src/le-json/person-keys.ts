/**
 * Keys of a person that the report model keeps as statements, under their own names. They are statements of the
 * provider or of the clearinghouse about a person; none of them is a finding of ours.
 */
export const statementKeys = [
  'gender',
  'preferredPronouns',
  'physicalDescription',
  'vehicleTagNumber',
  'occupation',
  'relationshipToReporter',
  'relationshipToChildVictim',
  'accessToChildVictim',
  'accessToChildren',
  'accessToFirearms',
  'convictedSexOffender',
  'awareOfReport',
  'gangAffiliation',
  'additionalContactInformation',
  'additionalDisabilityInformation',
  'languages',
  'races',
  'disabilities',
] as const
