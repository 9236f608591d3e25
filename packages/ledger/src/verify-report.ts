/** Reads a file of the log by its tlog-tiles path; `undefined` when there is none. */
export type ReadLogFile = (path: string) => Promise<Uint8Array | undefined>

export type VerifyOptions = {
  read: ReadLogFile
  /** The log's verifier key, `name+keyid+base64`. */
  key: string
  /** The log's origin; the name of its key when not given. */
  origin?: string | undefined
  /** Verifier keys of witnesses, and how many of them must have cosigned. */
  witnesses?: readonly string[]
  quorum?: number
  /** Checkpoints that were seen and kept before: the log must still contain what they vouch for. */
  held?: readonly string[]
  /** Called after each bundle with the number of entries passed, for a progress bar. */
  onProgress?: (done: number, size: number) => void
}

/** What is wrong, and in which file. */
export type LogProblem = { where: string; what: string }

/**
 * The log is sound when `problemCount` is 0; `problems` has the first 100. `root` is in base64. `entriesRead` is
 * below `size` when entries could not be read, which is a problem as well.
 */
export type VerifyReport = {
  origin: string
  size: number
  root: string
  cosignedBy: string[]
  entriesRead: number
  problems: LogProblem[]
  problemCount: number
}
