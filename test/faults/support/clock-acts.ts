/** The acts by which people start and stop clocks, each with what it needs and a look at what it did. */
import type { TestServer } from '../../support/server.ts'
import type { Act } from './judging-acts.ts'
import type { SignedIn } from './person.ts'

type Given = { server: TestServer; officer: SignedIn; supervisor: SignedIn; tipOne(): Promise<string> }

const idIn = (body: unknown, name: string): string => {
  if (typeof body !== 'object' || body === null || !(name in body)) throw new Error(`no ${name}`)
  return String(Object.entries(body).find(([key]) => key === name)?.[1])
}

const window = {
  network: '192.0.2.0/24',
  days: 30,
  source: 'Synthetic source',
  asOf: '2026-01-01',
  from: '2026-01-01',
}
const time = { name: 'Synthetic time', hours: 24, authority: 'Synthetic rule 1', from: '2026-01-01' }
const warrant = { kind: 'warrant return', party: 'Example Court', at: '2027-01-01T00:00:00Z' }
const until = { to: '2026-02-01', because: 'Synthetic' }

const ok = async (person: SignedIn, path: string, body: unknown = {}): Promise<boolean> =>
  (await person.post(path, body)).status === 200

const summaryPath = '/api/document-templates/case%20summary'

export const clockActs = ({ server, officer, supervisor, tipOne }: Given): Record<string, Act> => {
  const count = async (text: string, values: unknown[] = []): Promise<number> =>
    (await server.database.query(text, values)).length
  const more = (text: string) => async (): Promise<() => Promise<number>> => {
    const before = await count(text)
    return async () => (await count(text)) - before
  }
  const summaryText = async (): Promise<string> => idIn((await officer.get(summaryPath)).body, 'text')
  return {
    recordClock: {
      action: 'tip.clock-recorded',
      prepare: async () => {
        const tip = await tipOne()
        return {
          act: () => ok(officer, `/api/tips/${tip}/clocks`, warrant),
          done: () => count('select from clock_entry where tip_id = $1', [tip]),
          object: tip,
        }
      },
    },
    endClock: {
      action: 'tip.clock-ended',
      prepare: async () => {
        const tip = await tipOne()
        const entry = idIn((await officer.post(`/api/tips/${tip}/clocks`, warrant)).body, 'entryId')
        return {
          act: () =>
            ok(officer, `/api/tips/${tip}/clocks/${entry}/end`, { as: 'returned', because: 'Synthetic' }),
          done: () => count('select from clock_entry where entry_id = $1 and ended_at is not null', [entry]),
          object: tip,
        }
      },
    },
    addLogWindow: {
      action: 'agency.log-window-added',
      prepare: async () => ({
        act: () => ok(supervisor, '/api/log-windows', window),
        done: await more('select from log_window')(),
        object: 'any',
      }),
    },
    endLogWindow: {
      action: 'agency.log-window-ended',
      prepare: async () => {
        const id = idIn((await supervisor.post('/api/log-windows', window)).body, 'windowId')
        return {
          act: () => ok(supervisor, `/api/log-windows/${id}/end`, until),
          done: () => count('select from log_window where window_id = $1 and to_day is not null', [id]),
          object: id,
        }
      },
    },
    addAgencyTime: {
      action: 'agency.time-added',
      prepare: async () => ({
        act: () => ok(supervisor, '/api/agency-times', time),
        done: await more('select from agency_time')(),
        object: 'any',
      }),
    },
    endAgencyTime: {
      action: 'agency.time-ended',
      prepare: async () => {
        const id = idIn((await supervisor.post('/api/agency-times', time)).body, 'timeId')
        return {
          act: () => ok(supervisor, `/api/agency-times/${id}/end`, until),
          done: () => count('select from agency_time where time_id = $1 and to_day is not null', [id]),
          object: id,
        }
      },
    },
    makeTipDocument: {
      action: 'document.made',
      prepare: async () => {
        const tip = await tipOne()
        return {
          act: () => ok(officer, `/api/tips/${tip}/made-documents`, { kind: 'case summary' }),
          done: () => count('select from made_document where tip_id = $1', [tip]),
          object: tip,
        }
      },
    },
    recordDocumentSent: {
      action: 'document.sent',
      prepare: async () => {
        const tip = await tipOne()
        const made = await officer.post(`/api/tips/${tip}/made-documents`, { kind: 'case summary' })
        const id = idIn(made.body, 'madeId')
        const sent = { to: 'Example', how: 'Synthetic', at: '2026-01-01T00:00:00Z' }
        return {
          act: () => ok(officer, `/api/tips/${tip}/made-documents/${id}/sent`, sent),
          done: () => count('select from document_send where made_id = $1', [id]),
          object: tip,
        }
      },
    },
    saveDocumentTemplate: {
      action: 'document.template-saved',
      prepare: async () => {
        const text = await summaryText()
        return {
          act: () => ok(supervisor, summaryPath, { text, because: 'Synthetic' }),
          done: await more('select from document_template')(),
          object: 'any',
        }
      },
    },
    dropDocumentTemplate: {
      action: 'document.template-dropped',
      prepare: async () => {
        await supervisor.post(summaryPath, { text: await summaryText(), because: 'Synthetic' })
        return {
          act: () => ok(supervisor, `${summaryPath}/drop`, { because: 'Synthetic' }),
          done: await more('select from document_template where dropped_at is not null')(),
          object: 'any',
        }
      },
    },
    makeCalendarFeed: {
      action: 'calendar.made',
      prepare: async () => ({
        act: () => ok(officer, '/api/calendar'),
        done: await more('select from calendar_feed')(),
        object: 'any',
      }),
    },
    revokeCalendarFeed: {
      action: 'calendar.revoked',
      prepare: async () => {
        await officer.post('/api/calendar')
        return {
          act: () => ok(officer, '/api/calendar/revoke'),
          done: await more('select from calendar_feed where revoked_at is not null')(),
          object: 'any',
        }
      },
    },
  }
}
