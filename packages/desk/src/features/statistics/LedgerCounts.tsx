import type { LedgerCount } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'

/** The counts that a task force is asked for, from the log, and beside them from the tables. */
export const LedgerCounts = ({ counts }: { counts: readonly LedgerCount[] }) => {
  const { statistics: words } = useMessages().loop
  const agree = counts.every((each) => each.fromLedger === each.fromTables)
  return (
    <Section level={2} id="ledger-counts" title={words.ledger} about={words.ledgerAbout}>
      <div className="table-wrap" role="region" aria-label={words.ledger} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.ledgerCount}</th>
              <th scope="col">{words.tableCount}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((each) => (
              <tr key={each.what}>
                <th scope="row">{words.ledgerWhat[each.what]}</th>
                <td>{each.fromLedger}</td>
                <td>{each.fromTables}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={agree ? 'small muted' : 'field-error'}>{agree ? words.agree : words.differ}</p>
    </Section>
  )
}
