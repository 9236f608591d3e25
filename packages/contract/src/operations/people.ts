import { Type } from 'typebox'
import { DemoPerson, SessionView } from '../people.ts'
import { Credit } from '../tips.ts'
import { operation, id, none } from './operation.ts'

/** Sessions and the people of the demonstration. */
export const peopleOperations = {
  readSession: operation({
    method: 'GET',
    path: '/api/session',
    who: 'signed in',
    worksLocked: true,
    summary: 'Who is signed in, and as whom they act.',
    params: none,
    query: none,
    body: none,
    answer: SessionView,
  }),
  endSession: operation({
    method: 'POST',
    path: '/api/session/end',
    who: 'signed in',
    worksLocked: true,
    summary: 'Signs out.',
    params: none,
    query: none,
    body: none,
    answer: none,
  }),
  lockSession: operation({
    method: 'POST',
    path: '/api/session/lock',
    who: 'signed in',
    summary: 'Locks the session: it answers nothing until the person proves who they are.',
    params: none,
    query: none,
    body: none,
    answer: none,
  }),
  actFor: operation({
    method: 'POST',
    path: '/api/session/agency',
    who: 'signed in',
    summary: 'Acts for another of one’s agencies.',
    params: none,
    query: none,
    body: Type.Object({ agencyId: id }),
    answer: SessionView,
  }),
  listDemoPeople: operation({
    method: 'GET',
    path: '/api/demo/people',
    who: 'nobody',
    summary: 'The people of the demonstration; empty where this is not one.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ demo: Type.Boolean(), people: Type.Array(DemoPerson) }),
  }),
  signInAsDemoPerson: operation({
    method: 'POST',
    path: '/api/demo/sign-in',
    who: 'nobody',
    summary: 'Signs in as a person of the demonstration.',
    params: none,
    query: none,
    body: Type.Object({ personId: id }),
    answer: SessionView,
  }),
  stepUpAsDemoPerson: operation({
    method: 'POST',
    path: '/api/demo/step-up',
    who: 'signed in',
    worksLocked: true,
    summary:
      'Counts as proof of who one is, in a demonstration alone: it unlocks, and allows what asks for a fresh proof. Nothing is proven by it.',
    params: none,
    query: none,
    // Said in words, so that nobody takes it for the real thing.
    body: Type.Object({ thisIsADemonstration: Type.Literal(true) }),
    answer: SessionView,
  }),
  listCredits: operation({
    method: 'GET',
    path: '/api/credits',
    who: 'nobody',
    summary: 'The credits that data licences ask for.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ credits: Type.Array(Credit) }),
  }),
} as const
