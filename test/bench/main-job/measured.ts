import type { Bare } from './bare-insert.ts'
import type { Large, Paced, Saturated } from './measure.ts'
import type { DatabaseKind } from './subject.ts'

/** Everything measured on one database. */
export type Measured = {
  database: DatabaseKind
  about: string
  /** Memory of the server before the first report. */
  idleBytes: number
  full: Saturated
  submitOnly: Saturated
  bare: Bare
  paced: Paced
  oneGib: Large
  twoGib: Large
  /** Megabytes a second of OpenSSL's three digests, one after the other on one core. */
  openssl: number
}
