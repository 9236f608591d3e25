/** A synthetic document with every documented path stated once, made anew for each test so that it may be changed. */
const captures = (address: string): object => ({
  sourceCaptures: [
    {
      captureType: 'IP Address',
      value: address,
      dateTime: '2026-02-03T04:05:06Z',
      port: '40017',
      eventName: 'Login',
    },
  ],
})

const person = (number: number): Record<string, unknown> => ({
  firstName: `First${number}`,
  middleName: `Middle${number}`,
  lastName: `Last${number}`,
  preferredName: `Preferred${number}`,
  gender: `Gender statement ${number}`,
  preferredPronouns: `Pronouns statement ${number}`,
  dateOfBirth: '1991-02-03',
  approximateAge: 35,
  physicalDescription: `Description ${number}`,
  vehicleDescription: `Vehicle ${number}`,
  vehicleTagNumber: `TAG${number}`,
  occupation: `Occupation ${number}`,
  espService: `Service ${number}`,
  espUserId: `user-${number}`,
  ipAddress: `192.0.2.${number}`,
  relationshipToReporter: `Relationship ${number}`,
  relationshipToChildVictim: `Relation ${number}`,
  accessToChildVictim: 'No Information',
  accessToChildren: 'Yes',
  accessToFirearms: 'No',
  convictedSexOffender: 'No',
  awareOfReport: false,
  gangAffiliation: 'None stated by the provider',
  screenName: { value: `screen_${number}` },
  emails: {
    emails: [
      { value: `person${number}@example.com`, verified: true },
      { value: `person${number}@example.org`, verified: 'No' },
      { value: `person${number}@example.net`, verified: null },
    ],
  },
  phones: { phones: [{ value: `+1 202 555 01${number}`, verified: false }] },
  addresses: {
    addresses: [
      {
        street1: `${number} Example Street`,
        street2: 'Unit 17',
        city: 'Example City',
        state: 'KS',
        postalCode: '00017',
        country: 'US',
      },
      {
        street1: null,
        street2: null,
        city: 'Beispielstadt',
        state: 'Region 17',
        postalCode: null,
        country: 'DE',
      },
    ],
  },
  additionalContactInformation: `Contact note ${number}`,
  languages: ['Language A', 'Language B'],
  races: 'Statement A',
  disabilities: ['Statement B'],
  additionalDisabilityInformation: `Note ${number}`,
  sourceInformation: {
    sourceCaptures: [
      {
        captureType: 'IP Address',
        value: `198.51.100.${number}`,
        dateTime: '2026-02-01T01:02:03Z',
        port: 443,
        eventName: 'Login',
      },
      {
        captureType: 'IP Address',
        value: `2001:db8::${number}`,
        dateTime: null,
        port: null,
        eventName: null,
      },
      {
        captureType: 'Profile URL',
        value: `https://example.com/profile/${number}`,
        dateTime: null,
        port: null,
        eventName: null,
      },
    ],
  },
  additionalInformations: [{ value: `Synthetic note ${number}\nsecond line` }, { value: 'N/A' }],
})

const file = (number: number): Record<string, unknown> => ({
  filename: `packaged-${number}.png`,
  originalFilename: `original-${number}.png`,
  submittalId: `submittal-${number}`,
  verificationHash: `${number}`.padStart(32, '0'),
  viewedByEsp: true,
  industryClassification: 'A1',
  ncmecTags: {
    groups: [
      { tags: [{ value: 'Tag A1' }, { value: 'Tag A2' }] },
      { tags: [{ value: 'Tag B1' }, { value: 'Tag B2' }] },
    ],
  },
  sourceInformation: {
    sourceCaptures: [
      {
        captureType: 'IP Address',
        value: `203.0.113.${number}`,
        dateTime: '2026-02-01T00:00:01Z',
        port: null,
        eventName: 'UPLOAD',
      },
      {
        captureType: 'URL',
        value: `https://example.net/file/${number}`,
        dateTime: null,
        port: null,
        eventName: null,
      },
    ],
  },
  espMetadata: { metadatas: [{ name: 'Upload Date and Time', value: '2026-02-01T00:00:00Z' }] },
  additionalInformations: [{ value: `First note ${number}` }, { value: `Second note ${number}` }],
})

export type Document = {
  [key: string]: unknown
  reportedInformation: Record<string, unknown>
}

export const fullDocument = (): Document => ({
  reportId: '900000017',
  dateReceived: '2026-02-04T05:06:07Z',
  reportedInformation: {
    reportingEsp: { espName: 'Example Provider, Inc.', lastName: 'Synthetic Team' },
    incidentSummary: {
      incidentType: 'Synthetic incident type 17',
      incidentDateTime: '2026-02-01T00:00:00Z',
      incidentDateTimeDescription: 'Synthetic description 17',
    },
    additionalInformations: [
      { value: 'Synthetic narrative 17' },
      { value: 'N/A' },
      { value: 'Synthetic narrative 18' },
    ],
    reportedPeople: { reportedPersons: [person(11)] },
    intendedRecipients: { intendedRecipients: [person(12)] },
    uploadedFiles: {
      uploadedFiles: [file(13), { ...file(14), viewedByEsp: false }, { ...file(15), viewedByEsp: null }],
    },
    incidentDetails: {
      emailIncident: [
        { contents: [{ value: 'Sent Date: 2026-02-01\nFrom: person11@example.com' }, { value: 'rest' }] },
      ],
      webpageIncident: [
        {
          sourceInformation: {
            sourceCaptures: [{ captureType: 'URL', value: 'https://example.org/post/17' }],
          },
          additionalInformations: [{ value: 'Type: synthetic\nText: synthetic' }],
        },
      ],
    },
  },
})

/** Text captures of a person alone, for variants that need a list of log-ins. */
export const loginCaptures = captures

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members of one object in the document, by its keys and positions; fails where there is none. */
export const within = (document: Document, ...steps: (string | number)[]): Record<string, unknown> => {
  let at: unknown = document
  for (const step of steps) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
  if (!isMembers(at)) throw new TypeError(`no object at ${steps.join('/')}`)
  return at
}

export const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
