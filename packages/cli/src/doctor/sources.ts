import { openConfiguredSources } from '@opentipline/server'
import { type Check, ok, problem, warning, wordsOf } from './check.ts'

/** Location data older than this sends reports to the wrong place too often. A choice. */
const staleAfterDays = 365
const dayMs = 86_400_000
/** Any address that is in use: only the date of the source's data is looked at. */
const askedAddress = '1.1.1.1'

/** A source by the date of its data. */
export const judgeSource = (name: string, source: string, date: string | undefined, nowMs: number): Check => {
  if (date === undefined)
    return warning('Sources', `${name}: ${source}, of unknown date`, 'Use data whose date is known')
  const ageDays = Math.floor((nowMs - Date.parse(date)) / dayMs)
  const says = `${name}: ${source}, data of ${date.slice(0, 10)}`
  return ageDays <= staleAfterDays
    ? ok('Sources', says)
    : warning(
        'Sources',
        `${says}, ${ageDays} days old`,
        'Set TIPLINE_LOCATION_DATABASE to a current MMDB file of your own',
      )
}

/** Whether the sources of enrichment can be read, and how old their data are. */
export const checkSources = async (): Promise<Check[]> => {
  try {
    const sources = await openConfiguredSources({
      demo: false,
      locationDatabase: process.env.TIPLINE_LOCATION_DATABASE,
      rangeTable: process.env.TIPLINE_RANGE_TABLE,
    })
    const [place, network] = [
      await sources.locator?.lookup(askedAddress, undefined),
      await sources.networks?.lookup(askedAddress),
    ]
    await sources.close()
    return [
      { name: 'places of addresses', answer: place },
      { name: 'networks of addresses', answer: network },
    ].map(({ name, answer }) => {
      if (answer === undefined) return warning('Sources', `${name}: none`, 'Configure one')
      if (answer.answer === 'failed')
        return problem('Sources', `${name}: ${answer.caveat}`, 'Name a file that can be read')
      return judgeSource(name, answer.by.source, answer.by.sourceDate, Date.now())
    })
  } catch (error) {
    return [problem('Sources', wordsOf(error), 'Mend the file that the sentence names')]
  }
}
