/** What people keep of their queue: each act with what it needs and a look at what it did. */
import type { TestServer } from '../../support/server.ts'
import type { Act } from './judging-acts.ts'
import { people, type SignedIn } from './person.ts'

export const queueActs = (server: TestServer, officer: SignedIn): Record<string, Act> => {
  const count = async (text: string, values: unknown[]): Promise<number> =>
    (await server.database.query(text, values)).length
  const ok = async (path: string, body: unknown): Promise<boolean> =>
    (await officer.post(path, body)).status === 200
  const viewOf = async (name: string): Promise<string> => {
    const { body, text } = await officer.post('/api/queue/views', { name, shared: false, filter: {} })
    if (typeof body !== 'object' || body === null || !('viewId' in body)) throw new Error(text)
    return String(body.viewId)
  }
  const settings = {
    language: 'es',
    appearance: 'dark',
    density: 'compact',
    timeZone: null,
    letterKeys: true,
    keys: [],
  }
  return {
    setOwnSettings: {
      action: 'own-settings.changed',
      prepare: async () => ({
        act: () => ok('/api/own-settings', settings),
        done: () => count(`select from own_settings where person_id = $1`, [people.wisconsin.id]),
        object: people.wisconsin.id,
      }),
    },
    saveView: {
      action: 'view.saved',
      prepare: async () => ({
        act: () => ok('/api/queue/views', { name: 'Kept', shared: false, filter: {} }),
        done: () => count(`select from queue_view where name = 'Kept'`, []),
        object: 'any',
      }),
    },
    removeView: {
      action: 'view.removed',
      prepare: async () => {
        const view = await viewOf('Removed')
        return {
          act: () => ok(`/api/queue/views/${view}/remove`, {}),
          done: async () => 1 - (await count(`select from queue_view where view_id = $1`, [view])),
          object: view,
        }
      },
    },
    setDefaultView: {
      action: 'view.default-set',
      prepare: async () => {
        const view = await viewOf('First')
        return {
          act: () => ok('/api/queue/default-view', { viewId: view }),
          done: () => count('select from queue_default where view_id = $1', [view]),
          object: view,
        }
      },
    },
  }
}

/** What changed on a tip, and the rows of the queue taken out. */
export const queueReadings = (tipOne: () => Promise<string>, agency: string) => ({
  readAmendments: {
    action: 'tip.amendments-read',
    path: async () => {
      const tip = await tipOne()
      return { path: `/api/tips/${tip}/amendments`, object: tip }
    },
  },
  exportQueue: {
    action: 'queue.exported',
    path: async () => {
      await tipOne()
      return { path: '/api/queue/export?format=csv', object: agency }
    },
  },
})

/** Counts and names of views carry nothing of a report. */
export const queueLists = [
  'readQueueFacets',
  'readQueueNews',
  'listViews',
  // Looked at in test/discretion: re-reading.
  'readSampling',
  'readMissRates',
  'drawSample',
  'readSampleDraw',
  'takeSampleReading',
  'leaveSampleReading',
  'judgeSampleReading',
  // Affiliates, assignments and what waits.
  'listAffiliates',
  'enterAffiliate',
  'endAffiliate',
  'listColleagues',
  'assignTip',
  'readWaiting',
  'exportWaiting',
  // Looked at in test/loop.
  'exportStatistics',
  'exportCases',
  // Looked at in test/clocks.
  'exportClocks',
]
