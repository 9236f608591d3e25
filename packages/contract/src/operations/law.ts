import { Type } from 'typebox'
import { lawCharactersMax, LawChanges, LawCheck, lawCourts, LawView } from '../law.ts'
import { because, none, operation } from './operation.ts'

const lawText = Type.String({ maxLength: lawCharactersMax })
/** The newest version that the writer has seen; 0 before the first. */
const basedOn = Type.Integer({ minimum: 0 })

/** The legal pack: shipped, and an agency's own layer. */
export const lawOperations = {
  readLaw: operation({
    method: 'GET',
    path: '/api/law',
    who: 'signed in',
    summary:
      'The legal pack as it holds at the agency: shipped entries, its own, its forum, and who wrote them.',
    params: none,
    query: none,
    body: none,
    answer: LawView,
  }),
  readLawEffect: operation({
    method: 'GET',
    path: '/api/law/entries/:lawId/effect',
    who: 'signed in',
    summary: 'For which files of the agency’s tips an entry of the pack makes the answer another.',
    params: Type.Object({ lawId: Type.String({ minLength: 1, maxLength: 80 }) }),
    query: none,
    body: none,
    answer: LawChanges,
  }),
  checkOwnLaw: operation({
    method: 'POST',
    path: '/api/law/check',
    who: 'signed in',
    summary: 'What is wrong with a text of the agency’s own layer, and what it would change. Saves nothing.',
    params: none,
    query: none,
    body: Type.Object({ text: lawText }),
    answer: LawCheck,
  }),
  saveOwnLaw: operation({
    method: 'POST',
    path: '/api/law/own',
    who: 'signed in',
    summary: 'Keeps a new version of the agency’s own layer; it is in force from then.',
    params: none,
    query: none,
    body: Type.Object({ text: lawText, basedOn, because }),
    answer: LawView,
  }),
  setForum: operation({
    method: 'POST',
    path: '/api/law/forum',
    who: 'signed in',
    summary: 'Sets where the agency’s cases are heard: its state, and which courts.',
    params: none,
    query: none,
    body: Type.Object({
      state: Type.String({ pattern: '^[A-Z]{2}$' }),
      courts: Type.Enum(lawCourts),
      basedOn,
      because,
    }),
    answer: LawView,
  }),
} as const
