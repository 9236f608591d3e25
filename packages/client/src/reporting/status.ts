import { attempt, type Connection } from './attempt.ts'
import { reportResponseOf } from './read-answer.ts'

export type ServerStatus = {
  /** The server's words. */
  description: string
  /** The account and the address it sees, where its words have the documented form. */
  user?: string
  address?: string
}

/** Asks the server who we are to it. */
export const status = async (connection: Connection): Promise<ServerStatus> => {
  const success = await attempt(connection, 'status', { method: 'GET', path: '/status' }, 'always')
  const { description } = reportResponseOf('status', success)
  const [, user, address] = /^Remote User : (.*), Remote Ip : (\S+)$/.exec(description) ?? []
  return user === undefined || address === undefined ? { description } : { description, user, address }
}

/** The schema document that the server enforces. */
export const schema = async (connection: Connection): Promise<string> => {
  const { bytes } = await attempt(connection, 'xsd', { method: 'GET', path: '/xsd' }, 'always')
  return new TextDecoder().decode(bytes)
}
