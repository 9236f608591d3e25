import { type CredentialView, overlapHoursMax } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { desk, queryClient } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import type { Made } from './CredentialsPage.tsx'
import { usePortalWords } from './words.ts'

/** What shows the credentials is read anew after an act on one. */
export const renewOwnProvider = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['readOwnProvider'] })

/** A day: long enough for most to change over, short enough that a leaked password soon ends. */
const overlapHoursDefault = 24

type RotateProps = { credential: CredentialView; onMade: (made: Made) => void; onCancel: () => void }

/** Makes a new credential in the place of one, which works on for some hours. */
export const RotateForm = ({ credential, onMade, onCancel }: RotateProps) => {
  const { credentials: t } = usePortalWords()
  const id = useId()
  const [hours, setHours] = useState(String(overlapHoursDefault))
  const [tried, setTried] = useState(false)
  const overlapHours = /^\d{1,4}$/.test(hours.trim()) ? Number(hours) : Number.NaN
  const fits = overlapHours <= overlapHoursMax
  const rotate = useMutation({
    mutationFn: () =>
      desk.call('rotateCredential', {
        params: { credentialId: credential.credentialId },
        body: { overlapHours },
      }),
    onSuccess: async (made) => {
      onMade({ ...made, overlapHours })
      await renewOwnProvider()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (fits && !rotate.isPending) rotate.mutate()
  }
  return (
    <form className="stack route-form" onSubmit={submit}>
      <p>{t.rotateAbout}</p>
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.overlap}
        </label>
        <span id={`${id}-hint`} className="small muted">
          {t.overlapHint(overlapHoursMax)}
        </span>
        <input
          id={id}
          className="usa-input"
          inputMode="numeric"
          aria-describedby={`${id}-hint`}
          aria-invalid={tried && !fits}
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
      </div>
      <FormEnd
        send={t.rotate}
        busy={rotate.isPending}
        working={t.working}
        error={rotate.error}
        missing={tried && !fits ? t.overlapWrong(overlapHoursMax) : undefined}
        onCancel={onCancel}
        prompt="credential"
      />
    </form>
  )
}

/** Ends a credential for ever, after a look at what that means. */
export const RevokeForm = ({ credential, onDone }: { credential: CredentialView; onDone: () => void }) => {
  const { credentials: t } = usePortalWords()
  const revoke = useMutation({
    mutationFn: () => desk.call('revokeCredential', { params: { credentialId: credential.credentialId } }),
    onSuccess: async () => {
      await renewOwnProvider()
      onDone()
    },
  })
  return (
    <div className="stack route-form">
      <p>{t.revokeAbout}</p>
      {revoke.isError ? <ErrorNotice error={revoke.error} /> : null}
      <div className="cluster">
        <button
          type="button"
          className="usa-button usa-button--small"
          aria-label={`${t.revoke}: ${credential.username}`}
          aria-disabled={revoke.isPending}
          onClick={() => (revoke.isPending ? undefined : revoke.mutate())}
        >
          {t.revoke}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onDone}>
          {t.cancel}
        </button>
        <span role="status">{revoke.isPending ? t.working : ''}</span>
      </div>
    </div>
  )
}
