import { countries, schemaStates } from './places.ts'

/** The simple types: either a list of values, or a pattern, or a built-in base alone. */
export type SimpleType = { base: string; values?: readonly string[]; pattern?: string }

const builtIn = (base: string): SimpleType => ({ base })
const listed = (values: readonly string[]): SimpleType => ({ base: 'xs:string', values })

const incidentTypes = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
] as const

export const simpleTypes = {
  'xs:string': builtIn('xs:string'),
  'xs:token': builtIn('xs:token'),
  'xs:boolean': builtIn('xs:boolean'),
  'xs:int': builtIn('xs:int'),
  'xs:long': builtIn('xs:long'),
  'xs:date': builtIn('xs:date'),
  'xs:dateTime': builtIn('xs:dateTime'),
  latlong: { base: 'xs:double' },
  addressType: listed(['Home', 'Business', 'Billing', 'Shipping', 'Technical']),
  emailType: listed(['Home', 'Work', 'Business', 'Recovery']),
  phoneType: listed(['Mobile', 'Home', 'Business', 'Work', 'Fax', 'Internet', 'Recovery']),
  phoneCountryCallingCode: { base: 'xs:string', pattern: '\\+[0-9]{1,3}' },
  phoneExtension: { base: 'xs:string', pattern: '[0-9]+' },
  batchedReportReason: listed(['VIRAL_POTENTIAL_MEME']),
  incidentType: listed(incidentTypes),
  ipCaptureType: listed(['Login', 'Registration', 'Purchase', 'Upload', 'Other', 'Unknown']),
  associatedAccountType: listed(['Billing', 'Linked', 'Business', 'Creator', 'Parent/Guardian', 'Other']),
  fileRelevance: listed(['Reported', 'Supplemental Reported']),
  fileClassification: listed(['A1', 'A2', 'B1', 'B2']),
  metadataTypes: listed(['EXIF', 'HASH']),
  country: listed(countries),
  state: listed(schemaStates),
} satisfies Record<string, SimpleType>

export type SimpleName = keyof typeof simpleTypes

export const isSimpleName = (name: string): name is SimpleName => Object.hasOwn(simpleTypes, name)
export const simpleType = (name: SimpleName): SimpleType => simpleTypes[name]
