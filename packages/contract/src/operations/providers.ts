import { Type } from 'typebox'
import {
  checkedCharactersMax,
  CredentialView,
  DocumentCheck,
  Environment,
  NewCredentialView,
  overlapHoursMax,
  OwnProvider,
  OwnReport,
  OwnReports,
  ownReportsPageMax,
  ownReportStates,
  purposeCharactersMax,
} from '../providers.ts'
import { id, none, operation, opt, text } from './operation.ts'

const credentialParams = Type.Object({ credentialId: Type.String({ pattern: '^[1-9]\\d{0,8}$' }) })
const reportParams = Type.Object({ reportId: Type.String({ pattern: '^[1-9]\\d{0,15}$' }) })
const inEnvironment = Type.Object({ environment: Environment })

/** For a provider's engineers: their own credentials and reports, and nothing else. */
export const providersOperations = {
  readOwnProvider: operation({
    method: 'GET',
    path: '/api/provider',
    who: 'signed in',
    summary: 'The provider one belongs to, and its credentials without their passwords.',
    params: none,
    query: none,
    body: none,
    answer: OwnProvider,
  }),
  addCredential: operation({
    method: 'POST',
    path: '/api/provider/credentials',
    who: 'signed in',
    summary: 'Makes a credential; its password is in this answer and nowhere else.',
    params: none,
    query: none,
    body: Type.Object({
      environment: Environment,
      purpose: Type.String({ maxLength: purposeCharactersMax }),
    }),
    answer: NewCredentialView,
  }),
  rotateCredential: operation({
    method: 'POST',
    path: '/api/provider/credentials/:credentialId/rotate',
    who: 'signed in',
    summary: 'Makes a credential in the place of one, which works on for the hours given.',
    params: credentialParams,
    query: none,
    body: Type.Object({ overlapHours: Type.Integer({ minimum: 0, maximum: overlapHoursMax }) }),
    answer: NewCredentialView,
  }),
  revokeCredential: operation({
    method: 'POST',
    path: '/api/provider/credentials/:credentialId/revoke',
    who: 'signed in',
    summary: 'Ends a credential now and for ever.',
    params: credentialParams,
    query: none,
    body: none,
    answer: CredentialView,
  }),
  listOwnReports: operation({
    method: 'GET',
    path: '/api/provider/reports',
    who: 'signed in',
    summary: 'The reports that one’s own provider filed, newest first; live and test ones apart.',
    params: none,
    query: Type.Object({
      environment: Environment,
      state: opt(Type.Enum(ownReportStates)),
      limit: opt(Type.Integer({ minimum: 1, maximum: ownReportsPageMax })),
      after: opt(id),
    }),
    body: none,
    answer: OwnReports,
  }),
  readOwnReport: operation({
    method: 'GET',
    path: '/api/provider/reports/:reportId',
    who: 'signed in',
    summary: 'One own report: its state, its files by their digests, and what could be stated better.',
    params: reportParams,
    query: inEnvironment,
    body: none,
    answer: OwnReport,
  }),
  readOwnReceipt: operation({
    method: 'GET',
    path: '/api/provider/reports/:reportId/receipt',
    who: 'signed in',
    summary: 'The signed receipt of an own finished report, to be verified with `tipline receipt verify`.',
    params: reportParams,
    query: inEnvironment,
    body: none,
    answer: Type.Object({ receipt: text }),
  }),
  checkDocument: operation({
    method: 'POST',
    path: '/api/provider/check',
    who: 'signed in',
    summary: 'Says what would be refused and what is missing in a document. Nothing of it is kept.',
    params: none,
    query: none,
    body: Type.Object({ document: Type.String({ maxLength: checkedCharactersMax }) }),
    answer: DocumentCheck,
  }),
} as const
