import { readRunning } from '@opentipline/server'
import { askCounts } from '../ask-health.ts'
import { type Check, ok, problem, warning } from './check.ts'

type Counts = NonNullable<Awaited<ReturnType<typeof askCounts>>>

/** Open incidents and destructions that were not finished, judged. Undefined: nobody could be asked. */
export const judgeEvidence = (counts: Counts | undefined): Check => {
  if (!counts)
    return warning('Evidence', 'not checked: no server answers', 'Start the server, and run this again')
  const { openIncidents, unfinishedDestructions } = counts
  if (openIncidents > 0)
    return problem(
      'Evidence',
      `${openIncidents} incident(s) are open: stored evidence is not what was received`,
      'Look under Evidence incidents at the desk of the clearinghouse; restore the object from a back-up, and close it with what was done',
    )
  if (unfinishedDestructions > 0)
    return warning(
      'Evidence',
      `${unfinishedDestructions} approved destruction(s) are not finished`,
      'The server goes on with them every minute; if it stays so, see its log',
    )
  return ok('Evidence', 'no incident is open')
}

export const checkEvidence = async (dataDir: string): Promise<Check> => {
  const running = await readRunning(dataDir)
  return judgeEvidence(running && (await askCounts(running.address)))
}
