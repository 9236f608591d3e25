import type { LedgerEntryView } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'

/** The entries that fit, newest first; a person or an object leads to everything of theirs. */
export const EntryTable = ({ entries }: { entries: readonly LedgerEntryView[] }) => {
  const t = useMessages()
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t.ledger.entries}>
      <table className="table ledger-table stacks">
        <thead>
          <tr>
            <th scope="col">{t.ledger.index}</th>
            <th scope="col">{t.ledger.at}</th>
            <th scope="col">{t.ledger.who}</th>
            <th scope="col">{t.ledger.what}</th>
            <th scope="col">{t.ledger.on}</th>
            <th scope="col">{t.ledger.outcome}</th>
            <th scope="col">{t.ledger.details}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.entryId} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const outcomeTones = { done: '', denied: 'tag-warn', failed: 'tag-warn' } as const

const EntryRow = ({ entry }: { entry: LedgerEntryView }) => {
  const t = useMessages()
  const { object, outcome } = entry
  const thing = `${object.kind} ${object.id}`
  return (
    <tr>
      <td data-label={t.ledger.index}>
        {entry.index}{' '}
        <span className="small muted nowrap">{entry.signed ? t.ledger.signed : t.ledger.notSigned}</span>
      </td>
      <td data-label={t.ledger.at}>
        <time className="mono" dateTime={entry.at}>
          {entry.at}
        </time>
      </td>
      <td data-label={t.ledger.who}>
        <Actor entry={entry} />
        <div className="small muted">
          {[entry.actingFor, entry.source].filter((each) => each !== null).join(' · ')}
        </div>
      </td>
      <td data-label={t.ledger.what}>
        <span className="mono">{entry.action}</span>
      </td>
      <td data-label={t.ledger.on}>
        <Link
          to="/ledger"
          search={{ objectKind: object.kind, objectId: object.id }}
          aria-label={t.ledger.onlyThisObject(thing)}
        >
          {thing}
        </Link>
      </td>
      <td data-label={t.ledger.outcome}>
        <span className={`tag ${outcomeTones[outcome]}`}>{t.ledger.outcomes[outcome]}</span>
      </td>
      <td className="small" data-label={t.ledger.details}>
        {entry.reason ? (
          <div>
            {t.ledger.reason}: {entry.reason}
          </div>
        ) : null}
        {Object.entries(entry.details).map(([name, value]) => (
          <div key={name}>
            <span className="muted">{name}</span> {String(value)}
          </div>
        ))}
      </td>
    </tr>
  )
}

/** Only people can be searched by; whatever else acts is named by its kind. */
const Actor = ({ entry: { actor } }: { entry: LedgerEntryView }) => {
  const t = useMessages()
  const name = actor.name ?? `${actor.kind} ${actor.id}`
  if (actor.kind !== 'person') return <span>{name}</span>
  return (
    <Link to="/ledger" search={{ person: actor.id }} aria-label={t.ledger.onlyThisPerson(name)}>
      {name}
    </Link>
  )
}
