import { appendFile, readFile } from 'node:fs/promises'

/** How far a filing got: `opened` is a report whose finish was not seen, so that it may or may not be filed. */
export type Step = { filing: number; state: 'opened'; reportId: string } | { filing: number; state: 'done' }

/** Remembers how far each filing got, so that an interrupted preparation goes on where it stopped. */
export type Journal = {
  /** The last step of each filing that was begun before, by its place in the plan. */
  before: ReadonlyMap<number, Step>
  write(step: Step): Promise<void>
}

/** Remembers nothing: for a caseload that is sent once. */
export const noJournal: Journal = { before: new Map(), write: async () => undefined }

const isStep = (value: unknown): value is Step =>
  typeof value === 'object' &&
  value !== null &&
  'filing' in value &&
  typeof value.filing === 'number' &&
  'state' in value &&
  (value.state === 'done' ||
    (value.state === 'opened' && 'reportId' in value && typeof value.reportId === 'string'))

const parseLine = (line: string): Step[] => {
  try {
    const value: unknown = JSON.parse(line)
    return isStep(value) ? [value] : []
  } catch {
    // The last line of a process that was killed while it wrote: what it meant to say did not happen yet.
    return []
  }
}

/** A journal in a file of one JSON line for each step. */
export const openJournal = async (path: string): Promise<Journal> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  const before = new Map(
    text
      .split('\n')
      .flatMap(parseLine)
      .map((step) => [step.filing, step]),
  )
  // A torn last line must not swallow the first one of this run.
  if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n')
  return { before, write: (step) => appendFile(path, `${JSON.stringify(step)}\n`, { mode: 0o600 }) }
}
