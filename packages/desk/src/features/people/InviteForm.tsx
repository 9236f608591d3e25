import type { ChangeMade, Role } from '@opentipline/contract'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { usePeopleAct } from './usePeopleAct.ts'

type Props = { onMade: (made: ChangeMade) => void; onCancel: () => void; withSubject: boolean }
type Wish = { because: string; role: Role }

/** Invites a new person by name, or one who has an account by their id. */
export const InviteForm = ({ onMade, onCancel, withSubject }: Props) => {
  const t = useMessages()
  const id = useId()
  const [known, setKnown] = useState(false)
  const [who, setWho] = useState('')
  const [subject, setSubject] = useState('')
  const [role, setRole] = useState<Role>()
  const invite = usePeopleAct(({ because, role: given }: Wish) => {
    const named = known ? { personId: who.trim() } : { name: who.trim() }
    const bound = subject.trim() === '' ? {} : { subject: subject.trim() }
    return desk.call('invitePerson', { body: { ...named, ...bound, role: given, because } })
  })
  const complete = who.trim() !== '' && role !== undefined
  return (
    <ReasonForm
      send={t.people.invite}
      busy={invite.isPending}
      error={invite.error}
      onSend={(because) => {
        if (complete) invite.mutate({ because, role }, { onSuccess: onMade })
      }}
      onCancel={onCancel}
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {known ? t.people.ownId : t.people.name}
        </label>
        <input
          className="usa-input"
          id={id}
          required
          maxLength={known ? 64 : 120}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
        <div className="usa-checkbox">
          <input
            type="checkbox"
            className="usa-checkbox__input"
            id={`${id}-known`}
            checked={known}
            onChange={() => setKnown(!known)}
          />
          <label className="usa-checkbox__label" htmlFor={`${id}-known`}>
            {t.people.hasAccount}
          </label>
        </div>
      </div>
      <RoleSelect value={role} onChange={setRole} />
      {withSubject ? (
        <div>
          <label className="usa-label" htmlFor={`${id}-subject`}>
            {t.people.subject}
          </label>
          <input
            className="usa-input"
            id={`${id}-subject`}
            maxLength={255}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </div>
      ) : null}
    </ReasonForm>
  )
}
