import { type DemoPerson, problems } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSignInAs } from './session.ts'
import { UseNotice, WaysIn } from './WaysIn.tsx'
import { Told } from '../../ui/Told.tsx'

/** Why an agency's own sign-in led back here without one, as the address says. */
const useRefusal = (): string | undefined => {
  const t = useMessages()
  const code = new URLSearchParams(window.location.search).get('signIn')
  const known = Object.keys(problems).find((each): each is keyof typeof problems => each === code)
  return known && t.problemWords[known]
}

/** The way in. `lapsed`: somebody was signed in a moment ago and is not any more. */
export const SignIn = ({ lapsed }: { lapsed: boolean }) => {
  const t = useMessages()
  useTitle(t.signIn.title)
  const people = useQuery(reading('listDemoPeople', {}))
  const ways = useQuery(reading('readSignIn', {}))
  const refusal = useRefusal()
  const demo = people.data?.demo === true
  return (
    <div className="page page-narrow stack">
      {lapsed ? <Notice tone="warn">{t.signIn.signedOut}</Notice> : null}
      {refusal ? <Notice tone="warn">{refusal}</Notice> : null}
      <h1 tabIndex={-1}>{demo ? t.signIn.demoTitle : t.signIn.title}</h1>
      {people.isPending || ways.isPending ? <Loading /> : null}
      {people.isError ? <ErrorNotice error={people.error} onRetry={() => void people.refetch()} /> : null}
      {ways.isError ? <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} /> : null}
      {/* A demonstration has nobody to warn, unless its operator gave a notice of their own. */}
      {ways.data && people.data && (!demo || ways.data.notice) ? (
        <UseNotice notice={ways.data.notice} />
      ) : null}
      {people.data && demo ? <DemoPeople people={people.data.people} /> : null}
      {ways.data && people.data && !demo ? <WaysIn ways={ways.data} /> : null}
      {ways.data && demo ? (
        <details>
          <summary>{t.people.otherWays}</summary>
          <WaysIn ways={ways.data} />
        </details>
      ) : null}
    </div>
  )
}

const DemoPeople = ({ people }: { people: readonly DemoPerson[] }) => {
  const t = useMessages()
  const signIn = useSignInAs()
  return (
    <>
      <Notice tone="warn">
        <strong>{t.signIn.demoLead}</strong>
        <span>{t.signIn.demoAlone}</span>
      </Notice>
      <p>{t.signIn.pick}</p>
      {signIn.isError ? <ErrorNotice error={signIn.error} /> : null}
      <ul className="person-list">
        {people.map((person) => (
          <li key={person.personId}>
            <DemoPersonButton
              person={person}
              busy={signIn.isPending}
              onPick={() => signIn.mutate(person.personId)}
            />
          </li>
        ))}
      </ul>
      <p role="status">{signIn.isPending ? t.signIn.busy : ''}</p>
    </>
  )
}

const DemoPersonButton = (props: { person: DemoPerson; busy: boolean; onPick: () => void }) => {
  const t = useMessages()
  const { name, role, agency, provider, about } = props.person
  return (
    <button type="button" className="person-card" disabled={props.busy} onClick={props.onPick}>
      <span className="person-mark">
        <Icon name="person" />
      </span>
      <span className="stack-tight">
        <span className="person-name">{t.signIn.as(name)}</span>
        <span>
          {t.roles[role]} · {provider ?? agency.name}
        </span>
        <span className="muted small">
          <Told text={about} />
        </span>
      </span>
    </button>
  )
}
