import { OwnSettings, OwnSettingsView } from '../own-settings.ts'
import { none, operation } from './operation.ts'

/** How a person has their own desk. */
export const ownSettingsOperations = {
  readOwnSettings: operation({
    method: 'GET',
    path: '/api/own-settings',
    who: 'signed in',
    summary: 'How the signed-in person has their desk: language, time zone, density, keys.',
    params: none,
    query: none,
    body: none,
    answer: OwnSettingsView,
  }),
  setOwnSettings: operation({
    method: 'POST',
    path: '/api/own-settings',
    who: 'signed in',
    summary: 'Keeps how the signed-in person has their desk. Refused where one key would do two things.',
    params: none,
    query: none,
    body: OwnSettings,
    answer: OwnSettings,
  }),
} as const
