import type { AgencyPerson, ChangeMade, Role } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { useSession } from './session.ts'
import { usePeopleAct } from './usePeopleAct.ts'

type Act = 'role' | 'recover' | 'subject' | 'end'
type Props = { person: AgencyPerson; oidc: boolean; onMade: (made: ChangeMade) => void }

const operationOf = {
  role: 'changeRole',
  recover: 'recoverPerson',
  subject: 'bindSubject',
  end: 'endMembership',
} as const
const stateTones = { active: '', invited: 'tag-quiet', locked: 'tag-warn', disabled: 'tag-warn' } as const

/** One person of the agency, and what this role may do about them. Nobody does it about themselves. */
export const PersonLine = ({ person, oidc, onMade }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [act, setAct] = useState<Act>()
  const { personId, name, state } = person
  const unlock = usePeopleAct(() => desk.call('unlockPerson', { params: { personId } }))
  // Who never came in lost no device, but may have lost the link.
  const wordsOf = (each: Act) =>
    each === 'recover' && state === 'invited'
      ? t.people.newLink
      : { name: t.people.acts[each], about: t.people.actAbout[each] }
  const shut = state === 'locked' || state === 'disabled'
  const acts = (['role', 'recover', 'subject', 'end'] as const).filter(
    (each) => !person.you && mayEverDo(operationOf[each], role) && (each !== 'subject' || oidc),
  )
  return (
    <li className="line">
      <span className="cluster">
        <strong>{name}</strong>
        <span>{t.roles[person.role]}</span>
        {person.you ? <span className="tag">{t.people.you}</span> : null}
        {state === 'active' ? null : (
          <span className={`tag ${stateTones[state]}`}>{t.people.personStates[state]}</span>
        )}
      </span>
      <PersonFacts person={person} />
      <span className="cluster small">
        {shut && !person.you && mayEverDo('unlockPerson', role) ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={`${t.people.unlock}: ${name}`}
            onClick={() => (unlock.isPending ? undefined : unlock.mutate(undefined))}
          >
            {t.people.unlock}
          </button>
        ) : null}
        {acts.map((each) => (
          <button
            key={each}
            type="button"
            className="usa-button usa-button--unstyled"
            aria-expanded={act === each}
            aria-label={`${wordsOf(each).name}: ${name}`}
            onClick={() => setAct(act === each ? undefined : each)}
          >
            {wordsOf(each).name}
          </button>
        ))}
      </span>
      {unlock.isError ? <ErrorNotice error={unlock.error} /> : null}
      {act ? (
        <ActForm
          key={act}
          act={act}
          words={wordsOf(act)}
          personId={personId}
          onDone={(made) => {
            setAct(undefined)
            if (made) onMade(made)
          }}
        />
      ) : null}
    </li>
  )
}

const PersonFacts = ({ person }: { person: AgencyPerson }) => {
  const t = useMessages()
  return (
    <span className="cluster small muted">
      <span>
        {t.people.since} <Moment at={person.since} />
      </span>
      <span>{t.people.passkeyCount(person.passkeys)}</span>
      {person.subject ? <span>{t.people.knownAs(person.subject)}</span> : null}
      {person.lastSignedInAt ? (
        <span>
          {t.people.lastSignIn} <Moment at={person.lastSignedInAt} />
        </span>
      ) : null}
    </span>
  )
}

type FormProps = {
  act: Act
  words: { name: string; about: string }
  personId: string
  onDone: (made?: ChangeMade) => void
}

const ActForm = ({ act, words, personId, onDone }: FormProps) => {
  const t = useMessages()
  const id = useId()
  const [role, setRole] = useState<Role>()
  const [subject, setSubject] = useState('')
  const params = { personId }
  const send = usePeopleAct(async (because: string): Promise<ChangeMade | undefined> => {
    switch (act) {
      case 'role':
        return role && desk.call('changeRole', { params, body: { role, because } })
      case 'recover':
        return desk.call('recoverPerson', { params, body: { because } })
      case 'subject':
        return desk.call('bindSubject', { params, body: { subject: subject.trim(), because } })
      case 'end':
        await desk.call('endMembership', { params, body: { because } })
        return undefined
    }
  })
  const complete = (act !== 'role' || role !== undefined) && (act !== 'subject' || subject.trim() !== '')
  return (
    <ReasonForm
      send={words.name}
      busy={send.isPending}
      error={send.error}
      onSend={(because) => {
        if (complete) send.mutate(because, { onSuccess: (made) => onDone(made) })
      }}
      onCancel={() => onDone()}
    >
      <p>{words.about}</p>
      {act === 'role' ? <RoleSelect value={role} onChange={setRole} /> : null}
      {act === 'subject' ? (
        <div>
          <label className="usa-label" htmlFor={id}>
            {t.people.subject}
          </label>
          <input
            className="usa-input"
            id={id}
            required
            maxLength={255}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </div>
      ) : null}
    </ReasonForm>
  )
}
