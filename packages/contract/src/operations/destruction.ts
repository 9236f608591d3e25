import { Type } from 'typebox'
import { DestructionRequest, DestructionView } from '../destruction.ts'
import { because, id, none, operation } from './operation.ts'

const params = Type.Object({ destructionId: id })

/** Destroying a file, by two persons and under a stated authority. */
export const destructionOperations = {
  listDestructions: operation({
    method: 'GET',
    path: '/api/destructions',
    who: 'signed in',
    summary: 'Requests to destroy a file, the newest first: those that wait, and what was destroyed.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ destructions: Type.Array(DestructionView) }),
  }),
  proposeDestruction: operation({
    method: 'POST',
    path: '/api/files/:fileId/destructions',
    who: 'signed in',
    summary:
      'Proposes that a file be destroyed under an order or a retention rule. Refused while something keeps it.',
    params: Type.Object({ fileId: Type.String({ minLength: 1, maxLength: 255 }) }),
    query: none,
    body: DestructionRequest,
    answer: DestructionView,
    stepUp: true,
  }),
  decideDestruction: operation({
    method: 'POST',
    path: '/api/destructions/:destructionId/decide',
    who: 'signed in',
    summary:
      'A second person approves, and the key and then the bytes are destroyed; or refuses. Asked again after a failure, it goes on.',
    params,
    query: none,
    body: Type.Object({ verdict: Type.Enum(['approved', 'refused']), because }),
    answer: DestructionView,
    stepUp: true,
  }),
  withdrawDestruction: operation({
    method: 'POST',
    path: '/api/destructions/:destructionId/withdraw',
    who: 'signed in',
    summary: 'Takes back one’s own proposal while nobody has decided on it.',
    params,
    query: none,
    body: Type.Object({ because }),
    answer: DestructionView,
  }),
  readDestructionCertificate: operation({
    method: 'GET',
    path: '/api/destructions/:destructionId/certificate',
    who: 'signed in',
    summary: 'The signed certificate that a file was destroyed, which verifies without asking anybody.',
    params,
    query: none,
    body: none,
    answer: Type.Object({ certificate: Type.String() }),
  }),
} as const
