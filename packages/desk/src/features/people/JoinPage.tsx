import { type Invitation, linkSecretPattern } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { PasskeyError } from './PasskeyError.tsx'
import { makePasskey } from './passkey.ts'
import { takeSignIn } from './session.ts'
import { UseNotice } from './WaysIn.tsx'

/** A mail program may cut the end of a link off, and somebody may type the address alone. */
const wholeToken = new RegExp(linkSecretPattern)

/** Where a one-time link leads: the person registers a passkey and is signed in. The secret is in the address's fragment, which no browser sends. */
export const JoinPage = () => {
  const t = useMessages()
  useTitle(t.people.joinTitle)
  const token = useLocation().hash
  const whole = wholeToken.test(token)
  const invitation = useQuery({
    queryKey: ['readInvitation', token],
    queryFn: () => desk.call('readInvitation', { body: { token } }),
    retry: false,
    enabled: whole,
  })
  const ways = useQuery({ queryKey: ['readSignIn', {}], queryFn: () => desk.call('readSignIn', {}) })
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.people.joinTitle}</h1>
      {whole ? null : (
        <Notice tone="warn">
          <strong>{t.people.joinNoLink}</strong>
          <span>{t.people.joinNoLinkMore}</span>
        </Notice>
      )}
      {whole && invitation.isPending ? <Loading /> : null}
      {invitation.isError ? <ErrorNotice error={invitation.error} /> : null}
      {invitation.data && ways.data ? (
        <>
          <UseNotice notice={ways.data.notice} />
          <Register token={token} invitation={invitation.data} />
        </>
      ) : null}
    </div>
  )
}

const labelCharactersMax = 80

const Register = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const t = useMessages()
  const id = useId()
  const navigate = useNavigate()
  const [label, setLabel] = useState('')
  const register = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await desk.call('beginEnrolment', { body: { token } })
      const registration = await makePasskey(options)
      return desk.call('finishEnrolment', { body: { token, challengeId, registration, label } })
    },
    onSuccess: (session) => {
      takeSignIn(session)
      void navigate({ to: '/', replace: true })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!register.isPending && label.trim() !== '') register.mutate()
  }
  const { name, actingFor, purpose, expiresAt } = invitation
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        <strong>{name}</strong>, {t.roles[actingFor.role]}, {actingFor.agency.name}
      </p>
      <p>{t.people.joinLead[purpose]}</p>
      <p className="muted small">
        {t.people.goodUntil} <Moment at={expiresAt} />
      </p>
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.people.deviceName}
        </label>
        <span className="usa-hint" id={`${id}-hint`}>
          {t.people.deviceNameHint}
        </span>
        <input
          className="usa-input"
          id={id}
          aria-describedby={`${id}-hint`}
          required
          maxLength={labelCharactersMax}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <p>
        <button
          type="submit"
          className="usa-button"
          aria-disabled={register.isPending || label.trim() === ''}
        >
          {t.people.register}
        </button>
      </p>
      <p role="status">{register.isPending ? t.people.waiting : ''}</p>
      {register.isError ? <PasskeyError error={register.error} /> : null}
    </form>
  )
}
