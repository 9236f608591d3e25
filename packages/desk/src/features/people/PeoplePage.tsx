import type { AgencyPeople, ChangeMade } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { ChangeLine } from './ChangeLine.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MadeNotice } from './MadeNotice.tsx'
import { PersonLine } from './PersonLine.tsx'
import { useSession } from './session.ts'

/** Who belongs to the agency and may do what, and what waits for a second person. */
export const PeoplePage = () => {
  const t = useMessages()
  useTitle(t.people.title)
  const people = useQuery(reading('listPeople', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.people.title}</h1>
      <p>{t.people.lead}</p>
      {people.isPending ? <Loading /> : null}
      {people.isError ? <ErrorNotice error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data ? <Lists list={people.data} /> : null}
    </div>
  )
}

const Lists = ({ list }: { list: AgencyPeople }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  // The link of what was just made: it is shown this once, so it stays until it is put away.
  const [made, setMade] = useState<ChangeMade>()
  const [inviting, setInviting] = useState(false)
  const waiting = list.changes.filter((each) => each.state === 'waiting')
  const decided = list.changes.filter((each) => each.state !== 'waiting')
  return (
    <>
      {made ? <MadeNotice made={made} onClose={() => setMade(undefined)} /> : null}
      {list.secondPerson ? null : <Notice tone="warn">{t.people.onlyOne}</Notice>}
      {waiting.length > 0 ? (
        <Section level={2} id="waiting" title={t.people.waitingFor} about={t.people.waitingAbout}>
          <ul className="line-list">
            {waiting.map((each) => (
              <ChangeLine key={each.changeId} change={each} onMade={setMade} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section level={2} id="people" title={t.people.members(list.people.length)}>
        {mayEverDo('invitePerson', role) ? (
          inviting ? (
            <InviteForm
              onMade={(done) => {
                setMade(done)
                setInviting(false)
              }}
              onCancel={() => setInviting(false)}
              withSubject={list.oidc !== undefined}
            />
          ) : (
            <p>
              <button type="button" className="usa-button" onClick={() => setInviting(true)}>
                {t.people.invite}
              </button>
            </p>
          )
        ) : null}
        <ul className="line-list">
          {list.people.map((each) => (
            <PersonLine key={each.personId} person={each} oidc={list.oidc !== undefined} onMade={setMade} />
          ))}
        </ul>
        {list.oidc ? <p className="small muted">{t.people.oidcAt(list.oidc.issuer)}</p> : null}
      </Section>
      {decided.length > 0 ? (
        <Section level={2} id="decided" title={t.people.decided} about={t.people.decidedAbout}>
          <ul className="line-list">
            {decided.map((each) => (
              <ChangeLine key={each.changeId} change={each} onMade={setMade} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
