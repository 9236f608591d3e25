import { type LawCourts, lawCourts, type LawView } from '@opentipline/contract'
import { mayEverDo, usStates } from '@opentipline/domain'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { useLawAct } from './lawQuery.ts'

/** The forum of the agency, where it comes from, and for an administrator the way to set it. */
export const ForumPart = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [editing, setEditing] = useState(false)
  const { forum, forumBasis, circuits } = law
  const circuit = circuits.find(({ id }) => id === forum?.circuit)?.name ?? t.law.noCircuit
  return (
    <Section level={2} id="forum" title={t.law.forum}>
      {forum ? (
        <p>
          <strong>
            {t.law.forumIs(
              usStates.find(({ code }) => code === forum.state)?.name ?? forum.state,
              circuit,
              t.law.courts[forum.courts],
            )}
          </strong>
        </p>
      ) : null}
      <p className="muted">{t.law.forumBasis[forumBasis]}</p>
      {mayEverDo('setForum', role) && !editing ? (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          onClick={() => setEditing(true)}
        >
          {t.law.setForum}
        </button>
      ) : null}
      {editing ? <ForumForm law={law} onDone={() => setEditing(false)} /> : null}
    </Section>
  )
}

const ForumForm = ({ law, onDone }: { law: LawView; onDone: () => void }) => {
  const t = useMessages()
  const id = useId()
  const [state, setState] = useState(law.forum?.state ?? 'AL')
  const [courts, setCourts] = useState<LawCourts>(law.forum?.courts ?? 'either')
  const set = useLawAct((because: string) =>
    desk.call('setForum', {
      body: { state, courts, because, basedOn: law.versions[0]?.version ?? 0 },
    }),
  )
  return (
    <ReasonForm
      prompt="law forum"
      send={t.law.setForum}
      busy={set.isPending}
      error={set.error}
      onSend={(because) => set.mutate(because, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <div>
        <label className="usa-label" htmlFor={`${id}-state`}>
          {t.law.state}
        </label>
        <select
          id={`${id}-state`}
          className="usa-select"
          value={state}
          onChange={(event) => setState(event.target.value)}
        >
          {usStates.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-courts`}>
          {t.law.whichCourts}
        </label>
        <select
          id={`${id}-courts`}
          className="usa-select"
          value={courts}
          onChange={(event) => setCourts(lawCourts.find((each) => each === event.target.value) ?? 'either')}
        >
          {lawCourts.map((each) => (
            <option key={each} value={each}>
              {t.law.courts[each]}
            </option>
          ))}
        </select>
      </div>
    </ReasonForm>
  )
}
