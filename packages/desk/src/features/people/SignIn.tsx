import type { DemoPerson } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSignInAs } from './session.ts'

/** The way in. `lapsed`: somebody was signed in a moment ago and is not any more. */
export const SignIn = ({ lapsed }: { lapsed: boolean }) => {
  const t = useMessages()
  useTitle(t.signIn.title)
  const people = useQuery(reading('listDemoPeople', {}))
  return (
    <div className="page page-narrow stack">
      {lapsed ? <Notice tone="warn">{t.signIn.signedOut}</Notice> : null}
      <h1 tabIndex={-1}>{people.data?.demo ? t.signIn.demoTitle : t.signIn.title}</h1>
      {people.isPending ? <Loading /> : null}
      {people.isError ? <ErrorNotice error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data?.demo ? <DemoPeople people={people.data.people} notice={people.data.notice} /> : null}
      {people.data && !people.data.demo ? <RealSignIn /> : null}
    </div>
  )
}

const RealSignIn = () => {
  const t = useMessages()
  return (
    <Notice tone="info">
      <strong>{t.signIn.notDemo}</strong>
      <span>{t.signIn.notDemoMore}</span>
    </Notice>
  )
}

const DemoPeople = ({ people, notice }: { people: readonly DemoPerson[]; notice: string }) => {
  const t = useMessages()
  const signIn = useSignInAs()
  return (
    <>
      <Notice tone="warn">
        <strong>{t.signIn.demoLead}</strong>
        {notice ? <span>{notice}</span> : null}
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
  const { name, role, agency, about } = props.person
  return (
    <button type="button" className="person-card" disabled={props.busy} onClick={props.onPick}>
      <span className="person-mark">
        <Icon name="person" />
      </span>
      <span className="stack-tight">
        <span className="person-name">{t.signIn.as(name)}</span>
        <span>
          {t.roles[role]} · {agency.name}
        </span>
        <span className="muted small">{about}</span>
      </span>
    </button>
  )
}
