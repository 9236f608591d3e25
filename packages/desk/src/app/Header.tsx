import type { SessionView } from '@opentipline/contract'
import { Link, useLocation } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { useActFor, useSignOut } from '../features/people/session.ts'
import { lockNow } from '../features/people/lock.ts'
import { Icon } from '../ui/Icon.tsx'
import { Key } from '../ui/Key.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { Sheet } from './Shell.tsx'
import { type Way, type WayGroup, waysOf } from './ways.ts'

type Props = { session: SessionView | undefined; onSheet: (sheet: Sheet) => void }
type SignedIn = { session: SessionView; onSheet: (sheet: Sheet) => void }

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

const WayLink = ({ way }: { way: Way }) => {
  const t = useMessages()
  return (
    <Link {...way.link} activeOptions={{ includeSearch: false, exact: way.alone === true }}>
      {way.name(t)}
    </Link>
  )
}

const useIsAt = (): ((way: Way) => boolean) => {
  const { pathname } = useLocation()
  return (way) => pathname === way.link.to || pathname.startsWith(`${way.link.to}/`)
}

/** On a wide screen daily ways stand in the header and the rest in two menus; on a small one all stand in one menu. */
const Ways = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const { role } = session.actingFor
  const groups: [WayGroup, string][] = [
    ['work', t.shell.groups.work],
    ['agency', t.shell.groups.agency],
    ['help', t.shell.groups.help],
  ]
  return (
    <nav className="ways" aria-label={t.shell.nav}>
      <div className="ways-wide">
        {waysOf(role, 'work').map((way) => (
          <WayLink key={way.link.to} way={way} />
        ))}
        <GroupMenu name={t.shell.groups.agency} ways={waysOf(role, 'agency')} />
        <GroupMenu name={t.shell.groups.help} ways={waysOf(role, 'help')} />
      </div>
      <Menu label={t.shell.menu} className="ways-small">
        {groups.map(([group, name]) => (
          <WayList key={group} name={name} ways={waysOf(role, group)} />
        ))}
      </Menu>
    </nav>
  )
}

const GroupMenu = ({ name, ways }: { name: string; ways: readonly Way[] }) => {
  const isAt = useIsAt()
  if (ways.length === 0) return null
  return (
    <Menu label={name} current={ways.some(isAt)}>
      <ul className="way-list">
        {ways.map((way) => (
          <li key={way.link.to}>
            <WayLink way={way} />
          </li>
        ))}
      </ul>
    </Menu>
  )
}

const WayList = ({ name, ways }: { name: string; ways: readonly Way[] }) =>
  ways.length === 0 ? null : (
    <section>
      <h2 className="way-group">{name}</h2>
      <ul className="way-list">
        {ways.map((way) => (
          <li key={way.link.to}>
            <WayLink way={way} />
          </li>
        ))}
      </ul>
    </section>
  )

const Person = ({ session, onSheet }: SignedIn) => {
  const t = useMessages()
  const { agency } = session.actingFor
  return (
    <div className="who">
      <button type="button" className="header-button" onClick={() => onSheet('commands')}>
        <Icon name="search" /> <span className="header-words">{t.shell.commands}</span> <kbd>Ctrl K</kbd>
      </button>
      <Menu
        side="end"
        label={
          <span className="who-name">
            <span>{session.person.name}</span>
            <span className="who-agency">{session.provider ?? agency.name}</span>
          </span>
        }
      >
        <PersonPanel session={session} onSheet={onSheet} />
      </Menu>
    </div>
  )
}

const PersonPanel = ({ session, onSheet }: SignedIn) => {
  const t = useMessages()
  const signOut = useSignOut()
  const { role } = session.actingFor
  return (
    <div className="stack-tight">
      <p className="who-role">{t.shell.signedInAs(session.person.name, t.roles[role])}</p>
      <ActingFor session={session} />
      <ul className="way-list">
        {waysOf(role, 'own').map((way) => (
          <li key={way.link.to}>
            <WayLink way={way} />
          </li>
        ))}
        <li>
          <button type="button" className="way-button" onClick={() => onSheet('keys')}>
            {t.shell.keys} <Key action="help" />
          </button>
        </li>
        <li>
          <button type="button" className="way-button" onClick={lockNow}>
            {t.people.lock}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="way-button"
            disabled={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t.shell.signOut}
          </button>
        </li>
      </ul>
    </div>
  )
}

const ActingFor = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const actFor = useActFor()
  const { agency } = session.actingFor
  if (session.memberships.length < 2) return null
  return (
    <label className="who-acting">
      <span>{t.shell.actingFor}</span>
      <select
        className="usa-select"
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
