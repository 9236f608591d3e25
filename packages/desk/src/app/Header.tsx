import type { SessionView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { useActFor, useSignOut } from '../features/people/session.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Sheet } from './Shell.tsx'

type Props = { session: SessionView | undefined; onSheet: (sheet: Sheet) => void }

/** The product, the ways this role has, and who is signed in. */
export const Header = ({ session, onSheet }: Props) => {
  const t = useMessages()
  return (
    <header className="header no-print">
      <Link to="/" className="brand">
        {t.product}
      </Link>
      {session ? <Ways session={session} /> : <span />}
      {session ? <Person session={session} onSheet={onSheet} /> : null}
    </header>
  )
}

const Ways = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const { role } = session.actingFor
  return (
    <nav className="ways" aria-label={t.shell.nav}>
      {mayEverDo('listTips', role) ? (
        <Link to="/queue" search={{}} activeOptions={{ includeSearch: false }}>
          {t.shell.queue}
        </Link>
      ) : null}
      {mayEverDo('importReport', role) ? <Link to="/import">{t.shell.import}</Link> : null}
      {mayEverDo('readPipeline', role) ? <Link to="/clearinghouse">{t.shell.clearinghouse}</Link> : null}
      {mayEverDo('listPolicies', role) ? <Link to="/policies">{t.shell.policies}</Link> : null}
      {mayEverDo('searchLedger', role) ? (
        <Link to="/ledger" search={{}} activeOptions={{ includeSearch: false }}>
          {t.shell.ledger}
        </Link>
      ) : null}
      <Link to="/about">{t.shell.about}</Link>
    </nav>
  )
}

const Person = ({ session, onSheet }: { session: SessionView; onSheet: (sheet: Sheet) => void }) => {
  const t = useMessages()
  const signOut = useSignOut()
  return (
    <div className="who">
      <span className="header-extra">
        <button type="button" className="header-button" onClick={() => onSheet('commands')}>
          <Icon name="search" /> {t.shell.commands} <kbd>Ctrl K</kbd>
        </button>
        <button type="button" className="header-button" onClick={() => onSheet('keys')}>
          {t.shell.keys} <kbd>?</kbd>
        </button>
      </span>
      <span className="who-name">
        <span>{t.shell.signedInAs(session.person.name, t.roles[session.actingFor.role])}</span>
        <ActingFor session={session} />
      </span>
      <button
        type="button"
        className="header-button"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t.shell.signOut}
      </button>
      {signOut.isError ? <ErrorNotice error={signOut.error} /> : null}
    </div>
  )
}

const ActingFor = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const actFor = useActFor()
  const { agency } = session.actingFor
  if (session.memberships.length < 2) return <span className="who-agency">{agency.name}</span>
  return (
    <label className="who-agency">
      <span className="sr-only">{t.shell.actingFor}</span>
      <select
        value={agency.agencyId}
        disabled={actFor.isPending}
        onChange={(event) => actFor.mutate(event.target.value)}
      >
        {session.memberships.map((each) => (
          <option key={each.agency.agencyId} value={each.agency.agencyId}>
            {each.agency.name}
          </option>
        ))}
      </select>
    </label>
  )
}
