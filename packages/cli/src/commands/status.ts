import { join, resolve } from 'node:path'
import { createDeskClient } from '@opentipline/client'
import { readRunning } from '@opentipline/server'
import { askHealth } from '../ask-health.ts'
import { signInAs } from '../demo/desk-person.ts'
import { exitCodes } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { peopleToTell } from '../start/people.ts'
import type { Command } from './index.ts'

type Counts = {
  receivedLastHour: number
  onTheWay: number
  stuck: number
  unrouted: number
  queues: { person: string; sees: string }[]
}

type Status =
  | { running: false; data: string }
  | {
      running: true
      data: string
      address: string
      pid: number
      database: string
      live: boolean
      ready: boolean
      demo: boolean | null
      /** Only in a demonstration: elsewhere they are for people who sign in. */
      counts: Counts | null
    }

/** The embedded database listens in the data folder; of any other its URL without the password. */
const databaseWords = (url: string, data: string): string =>
  decodeURIComponent(url).includes(resolve(data))
    ? `embedded PostgreSQL in ${join(data, 'postgres')}`
    : url.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1@')

const countsOf = async (address: string): Promise<{ demo: boolean; counts: Counts | null }> => {
  const { demo, people } = await createDeskClient({ baseUrl: address }).call('listDemoPeople', {})
  const analyst = people.find((person) => person.role === 'clearinghouse analyst')
  if (!demo || !analyst) return { demo, counts: null }
  const desk = await signInAs(address, analyst.personId)
  const view = await desk.call('readPipeline', {})
  await desk.call('endSession', {})
  const officers = people.filter((person) => person.role === 'officer')
  const told = await peopleToTell(address, officers)
  return {
    demo,
    counts: {
      receivedLastHour: view.received.hour,
      onTheWay: Object.values(view.waiting).reduce((sum, count) => sum + count, 0),
      stuck: view.stuck.length,
      unrouted: view.unrouted.length,
      queues: told.map(({ name, agency, tips }) => ({ person: `${name}, ${agency}`, sees: tips ?? 'none' })),
    },
  }
}

const readStatus = async (data: string): Promise<Status> => {
  const running = await readRunning(data)
  if (!running) return { running: false, data }
  const health = await askHealth(running.address)
  const more = health.ready ? await countsOf(running.address) : { demo: null, counts: null }
  const { address, pid, databaseUrl } = running
  return { running: true, data, address, pid, database: databaseWords(databaseUrl, data), ...health, ...more }
}

const countsText = (counts: Counts): string => `Received   ${counts.receivedLastHour} reports in the last hour
Pipeline   ${counts.onTheWay} on the way, ${counts.stuck} stuck, ${counts.unrouted} without an agency
${counts.queues.map(({ person, sees }) => `Queue      ${person}: ${sees}`).join('\n')}
`

const statusText = (status: Status): string => {
  if (!status.running) return `Nothing runs on ${status.data}.\n`
  const { live, ready, demo, counts } = status
  const health = ready
    ? 'ready to take reports'
    : live
      ? 'not ready: its database does not answer'
      : 'does not answer'
  return `Address    ${status.address} (process ${status.pid})
Health     ${health}
Data       ${status.data}
Database   ${status.database}
Kind       ${demo === null ? 'not known' : demo ? 'a demonstration' : 'for real reports'}
${counts ? countsText(counts) : 'Counts     sign in at the desk to see them\n'}`
}

export const status: Command = {
  name: 'status',
  usage: 'status [--data DIR]',
  about: 'Says what runs on a data folder, and how it is.',
  details: `  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
Exit code 0 when a server runs there and is ready, else 4.`,
  run: async (words) => {
    const { values } = readWords(words, { data: { type: 'string' } }, { min: 0, max: 0 })
    const read = await readStatus(values.data ?? defaultDataDir())
    process.stdout.write(values.json ? `${JSON.stringify(read)}\n` : statusText(read))
    return read.running && read.ready ? exitCodes.done : exitCodes.found
  },
}
