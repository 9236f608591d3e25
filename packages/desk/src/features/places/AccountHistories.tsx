import type { Finding, Report } from '@opentipline/contract'
import { type AccountHistory, accountHistories } from '@opentipline/domain'
import { useMemo } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { EvidenceLinks } from '../assessments/EvidenceLinks.tsx'
import { pointerWords } from '../assessments/pointerWords.ts'
import { historyWords } from './historyWords.ts'

type Props = { report: Report; findings: readonly Finding[] }

/** One capture alone is among the places already; it tells nothing of a time. */
const tellsMore = ({ captures, sharesAddressWith }: AccountHistory): boolean =>
  captures > 1 || sharesAddressWith.length > 0

/** All captures of each account over time: a steady home, travel, what cannot be one person. Left out where there is no more than one. */
export const AccountHistories = ({ report, findings }: Props) => {
  const words = historyWords[useShownLanguage()]
  const histories = useMemo(() => accountHistories(report, findings).filter(tellsMore), [report, findings])
  if (histories.length === 0) return null
  return (
    <Section id="account-histories" title={words.title} about={words.about}>
      <ul className="line-list">
        {histories.map((history) => (
          <HistoryLine key={history.path} history={history} report={report} />
        ))}
      </ul>
    </Section>
  )
}

const HistoryLine = ({ history, report }: { history: AccountHistory; report: Report }) => {
  const t = useMessages()
  const words = historyWords[useShownLanguage()]
  const { path, pattern, home, captures, addresses, hidden, doubtful, sharesAddressWith, places } = history
  const doubted = pattern === 'not one person' || pattern === 'unknown'
  return (
    <li className="line">
      <span className="cluster">
        <strong>{pointerWords(path, report, t)}</strong>
        <span className={doubted ? 'tag tag-quiet' : 'tag'}>{words.patterns[pattern]}</span>
      </span>
      <span>
        {home === undefined ? '' : `${words.home(home)} `}
        {words.counts(captures, addresses)}
        {hidden > 0 ? ` ${words.hidden(hidden)}` : ''}
        {doubtful > 0 ? ` ${words.doubtful(doubtful)}` : ''}
      </span>
      {places.length > 0 ? <Places places={places} name={pointerWords(path, report, t)} /> : null}
      {sharesAddressWith.length > 0 ? (
        <span className="small">
          {words.shared} {sharesAddressWith.map((other) => pointerWords(other, report, t)).join('; ')}.{' '}
          <span className="muted">{words.sharedAbout}</span>
        </span>
      ) : null}
      <EvidenceLinks evidence={history.findings.map((ref) => ({ from: 'finding', ref }))} report={report} />
    </li>
  )
}

const Places = ({ places, name }: { places: AccountHistory['places']; name: string }) => {
  const words = historyWords[useShownLanguage()]
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={`${words.title}: ${name}`}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.captures}</th>
            <th scope="col">{words.first}</th>
            <th scope="col">{words.last}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((each) => (
            <tr key={each.place}>
              <th scope="row">{each.place}</th>
              <td>{each.captures}</td>
              <td>
                <Moment at={each.first} />
              </td>
              <td>
                <Moment at={each.last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
