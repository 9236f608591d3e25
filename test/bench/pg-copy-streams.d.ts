/** The little that is used of a package that brings no types of its own. */
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream'
  import type { Submittable } from 'pg'
  /** The stream of a `copy ... from stdin`, to be given to `client.query`. */
  export function from(text: string): Writable & Submittable
}
