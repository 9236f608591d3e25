import type { Account } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { AddDevice } from './AddDevice.tsx'
import { useSession } from './session.ts'
import { usePeopleAct } from './usePeopleAct.ts'

/** One's own passkeys and sessions. */
export const AccountPage = () => {
  const t = useMessages()
  useTitle(t.people.accountTitle)
  const account = useQuery(reading('readAccount', {}))
  const { person, actingFor, method } = useSession()
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.people.accountTitle}</h1>
      <p>
        <strong>{person.name}</strong>, {t.roles[actingFor.role]}, {actingFor.agency.name}.{' '}
        {t.people.methods[method]}
      </p>
      {account.isPending ? <Loading /> : null}
      {account.isError ? <ErrorNotice error={account.error} onRetry={() => void account.refetch()} /> : null}
      {account.data ? (
        <>
          <Section level={2} id="passkeys" title={t.people.passkeys} about={t.people.passkeysAbout}>
            <Passkeys passkeys={account.data.passkeys} />
            <Device device={account.data.device} />
          </Section>
          <Section level={2} id="sessions" title={t.people.sessions} about={t.people.sessionsAbout}>
            <Sessions sessions={account.data.sessions} />
          </Section>
          <Section level={2} id="own-id" title={t.people.ownId} about={t.people.ownIdAbout}>
            <p className="mono">{account.data.personId}</p>
          </Section>
        </>
      ) : null}
    </div>
  )
}

const Passkeys = ({ passkeys }: { passkeys: Account['passkeys'] }) => {
  const t = useMessages()
  const remove = usePeopleAct((passkeyId: string) => desk.call('removePasskey', { params: { passkeyId } }))
  if (passkeys.length === 0) return <p className="muted">{t.people.noPasskeys}</p>
  return (
    <>
      <ul className="line-list">
        {passkeys.map(({ passkeyId, label, createdAt, lastUsedAt, backedUp }) => (
          <li key={passkeyId} className="line">
            <span className="cluster">
              <strong>{label}</strong>
              {passkeys.length > 1 ? (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  aria-label={t.people.removePasskey(label)}
                  onClick={() => (remove.isPending ? undefined : remove.mutate(passkeyId))}
                >
                  {t.people.remove}
                </button>
              ) : null}
            </span>
            <span className="cluster small muted">
              <span>
                {t.people.registered} <Moment at={createdAt} />
              </span>
              {lastUsedAt ? (
                <span>
                  {t.people.lastUsed} <Moment at={lastUsedAt} />
                </span>
              ) : null}
              {backedUp ? <span>{t.people.backedUp}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {remove.isError ? <ErrorNotice error={remove.error} /> : null}
    </>
  )
}

/** Adding a device, in the state it is in: asked for, waiting for a second person, or approved. */
const Device = ({ device }: { device: Account['device'] }) => {
  const t = useMessages()
  const [asking, setAsking] = useState(false)
  const ask = usePeopleAct((because: string) => desk.call('askDevice', { body: { because } }))
  if (device.state === 'approved') return <AddDevice until={device.until} />
  if (device.state === 'waiting') return <p role="status">{t.people.deviceWaiting}</p>
  return asking ? (
    <ReasonForm
      send={t.people.askDevice}
      busy={ask.isPending}
      error={ask.error}
      onSend={(because) => ask.mutate(because, { onSuccess: () => setAsking(false) })}
      onCancel={() => setAsking(false)}
    />
  ) : (
    <p>
      <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(true)}>
        {t.people.addDevice}
      </button>
    </p>
  )
}

const Sessions = ({ sessions }: { sessions: Account['sessions'] }) => {
  const t = useMessages()
  const end = usePeopleAct((sessionId: string) => desk.call('endOwnSession', { params: { sessionId } }))
  return (
    <>
      <ul className="line-list">
        {sessions.map((each) => (
          <li key={each.sessionId} className="line">
            <span className="cluster">
              <span>
                {t.people.began} <Moment at={each.beganAt} />
              </span>
              {each.current ? <span className="tag tag-good">{t.people.thisSession}</span> : null}
              {each.locked ? <span className="tag tag-quiet">{t.people.lockedTitle}</span> : null}
              {each.current ? null : (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => (end.isPending ? undefined : end.mutate(each.sessionId))}
                >
                  {t.people.endSession}
                </button>
              )}
            </span>
            <span className="cluster small muted">
              <span>{t.people.methods[each.method]}</span>
              <span>
                {t.people.lastSeen} <Moment at={each.lastSeenAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {end.isError ? <ErrorNotice error={end.error} /> : null}
    </>
  )
}
