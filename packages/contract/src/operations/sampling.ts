import { Type } from 'typebox'
import { BlindReading, MissRates, SampleDraw, SampleDrawList, sampleVerdicts, Sampling } from '../sampling.ts'
import { id, none, operation } from './operation.ts'

/** Reading anew what was declined or stands low. */
export const samplingOperations = {
  readSampling: operation({
    method: 'GET',
    path: '/api/sampling',
    who: 'signed in',
    summary: 'What the signed-in person may re-read, the draws, and what re-reading found.',
    params: none,
    query: none,
    body: none,
    answer: Sampling,
  }),
  readMissRates: operation({
    method: 'GET',
    path: '/api/sampling/miss-rates',
    who: 'signed in',
    summary: 'By pool, the share of re-read tips that would have been pursued, as a 95 % interval.',
    params: none,
    query: none,
    body: none,
    answer: MissRates,
  }),
  drawSample: operation({
    method: 'POST',
    path: '/api/sampling/draws',
    who: 'signed in',
    summary: 'Draws a sample by the agency’s rule. Seed, algorithm and the pools’ SHA-256 are in the ledger.',
    params: none,
    query: none,
    body: none,
    answer: SampleDraw,
  }),
  readSampleDraw: operation({
    method: 'GET',
    path: '/api/sampling/draws/:drawId',
    who: 'signed in',
    summary:
      'The pools of a draw and what was drawn, to draw it again. Who reads this re-reads nothing of it. Logged.',
    params: Type.Object({ drawId: id }),
    query: none,
    body: none,
    answer: SampleDrawList,
  }),
  takeSampleReading: operation({
    method: 'POST',
    path: '/api/sampling/readings/:itemId/take',
    who: 'signed in',
    summary:
      'Begins, or goes on with, the re-reading of a drawn tip by somebody who did not decide on it: without rank, score and decision.',
    params: Type.Object({ itemId: id }),
    query: none,
    body: none,
    answer: BlindReading,
  }),
  leaveSampleReading: operation({
    method: 'POST',
    path: '/api/sampling/readings/:itemId/leave',
    who: 'signed in',
    summary: 'Gives a re-reading back for somebody else.',
    params: Type.Object({ itemId: id }),
    query: none,
    body: none,
    answer: none,
  }),
  judgeSampleReading: operation({
    method: 'POST',
    path: '/api/sampling/readings/:itemId/judge',
    who: 'signed in',
    summary: 'Records what the re-reading found. It changes no decision.',
    params: Type.Object({ itemId: id }),
    query: none,
    body: Type.Object({
      verdict: Type.Enum(sampleVerdicts),
      note: Type.String({ maxLength: 2000 }),
    }),
    answer: Type.Object({ tipId: Type.String() }),
  }),
} as const
