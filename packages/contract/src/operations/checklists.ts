import { Type } from 'typebox'
import {
  checklistCharactersMax,
  ChecklistProblem,
  ChecklistsView,
  GuidanceNote,
  TipChecklists,
} from '../checklists.ts'
import { because, id, none, operation } from './operation.ts'

const ownText = Type.String({ maxLength: checklistCharactersMax })
const part = Type.String({ minLength: 1, maxLength: 80 })

/** Checklists by kind of report, and the notes beside fields and files. */
export const checklistsOperations = {
  readTipChecklists: operation({
    method: 'GET',
    path: '/api/tips/:tipId/checklists',
    who: 'signed in',
    summary: 'Which checklists are for a tip and why, and what was ticked by whom.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: TipChecklists,
  }),
  tickChecklistItem: operation({
    method: 'POST',
    path: '/api/tips/:tipId/checklists/:listId/:itemId',
    who: 'signed in',
    summary: 'Records that an item was done, or that it was not after all. Earlier words stay.',
    params: Type.Object({ tipId: id, listId: part, itemId: part }),
    query: none,
    body: Type.Object({ done: Type.Boolean(), note: Type.String({ maxLength: 2_000 }) }),
    answer: TipChecklists,
  }),
  readChecklists: operation({
    method: 'GET',
    path: '/api/checklists',
    who: 'signed in',
    summary: 'Every checklist as it holds at the agency: shipped, and the versions of its own layer.',
    params: none,
    query: none,
    body: none,
    answer: ChecklistsView,
  }),
  checkOwnChecklists: operation({
    method: 'POST',
    path: '/api/checklists/check',
    who: 'signed in',
    summary: 'What is wrong with a text of the agency’s own checklists. Saves nothing.',
    params: none,
    query: none,
    body: Type.Object({ text: ownText }),
    answer: Type.Object({ problems: Type.Array(ChecklistProblem) }),
  }),
  saveOwnChecklists: operation({
    method: 'POST',
    path: '/api/checklists/own',
    who: 'signed in',
    summary: 'Keeps a new version of the agency’s own checklists; it is in force from then.',
    params: none,
    query: none,
    /** `basedOn` is the newest version that the writer has seen; 0 before the first. */
    body: Type.Object({ text: ownText, basedOn: Type.Integer({ minimum: 0 }), because }),
    answer: ChecklistsView,
  }),
  readGuidance: operation({
    method: 'GET',
    path: '/api/guidance',
    who: 'signed in',
    summary: 'The short notes beside fields of a report and around opening a file, each with its source.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ asOf: Type.String(), notes: Type.Array(GuidanceNote) }),
  }),
} as const
