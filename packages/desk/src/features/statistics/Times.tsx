import type { TimeMeasure } from '@opentipline/contract'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'

/** The measures with their formulas. What has not ended is counted beside them and is in none of them. */
export const Times = ({ times }: { times: readonly TimeMeasure[] }) => {
  const { statistics: words } = useMessages().loop
  const language = useShownLanguage()
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 })
  const span = (hours: number | null): string => {
    if (hours === null) return '–'
    if (hours * 60 < 1) return words.underMinute
    return hours < 1 ? words.minutes(number.format(hours * 60)) : words.hours(number.format(hours))
  }
  return (
    <Section level={2} id="times" title={words.times} about={words.timesAbout}>
      <div className="table-wrap" role="region" aria-label={words.times} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.median}</th>
              <th scope="col">{words.p90}</th>
              <th scope="col">{words.n}</th>
              <th scope="col">{words.notYet}</th>
            </tr>
          </thead>
          <tbody>
            {times.map((each) => (
              <tr key={each.measure}>
                <th scope="row">
                  {words.measures[each.measure].name}
                  <span className="block small muted">{words.measures[each.measure].formula}</span>
                </th>
                <td>{span(each.medianHours)}</td>
                <td>{span(each.p90Hours)}</td>
                <td>{each.n}</td>
                <td>{each.notYet}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
