import { lawCharactersMax, type LawCheck, type LawView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { Refused } from '../../ui/Told.tsx'
import { useSession } from '../people/session.ts'
import { Touched } from './Touched.tsx'
import { today, useLawAct } from './lawQuery.ts'

/** The agency's own layer: its versions, and for those who may write it the text, checked before it is kept. */
export const OwnLayer = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [editing, setEditing] = useState(false)
  return (
    <Section level={2} id="own-layer" title={t.law.own} about={t.law.ownAbout}>
      <p role="status">{law.versions[0] ? t.law.saved(law.versions[0].version) : ''}</p>
      {mayEverDo('saveOwnLaw', role) && !editing ? (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          onClick={() => setEditing(true)}
        >
          {t.law.edit}
        </button>
      ) : null}
      {editing ? <Editor law={law} onDone={() => setEditing(false)} /> : null}
      <h3>{t.law.versions}</h3>
      {law.versions.length === 0 ? <p className="muted">{t.law.none}</p> : null}
      <ul className="line-list">
        {law.versions.map(({ version, by, at, because, text }) => (
          <li key={version} className="line">
            <span>
              {t.law.version(version, by)}, <Moment at={at} />
            </span>
            <span>{because}</span>
            <details>
              <summary>{t.law.text}</summary>
              <pre className="small">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Editor = ({ law, onDone }: { law: LawView; onDone: () => void }) => {
  const t = useMessages()
  const id = useId()
  const [text, setText] = useState(law.versions[0]?.text ?? `asOf: "${today()}"\nentries: []\n`)
  const check = useMutation({ mutationFn: () => desk.call('checkOwnLaw', { body: { text } }) })
  const save = useLawAct((because: string) =>
    desk.call('saveOwnLaw', { body: { text, because, basedOn: law.versions[0]?.version ?? 0 } }),
  )
  return (
    <ReasonForm
      prompt="law layer"
      send={t.law.save}
      busy={save.isPending}
      error={save.error}
      onSend={(because) => save.mutate(because, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.law.text}
        </label>
        <textarea
          id={id}
          className="usa-textarea mono"
          rows={18}
          spellCheck={false}
          maxLength={lawCharactersMax}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            check.reset()
          }}
        />
      </div>
      <div className="cluster">
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={check.isPending}
          onClick={() => (check.isPending ? undefined : check.mutate())}
        >
          {t.law.check}
        </button>
        <div role="status">
          {check.isPending ? t.law.checking : ''}
          {check.data ? <Found check={check.data} /> : null}
        </div>
      </div>
      {check.isError ? <ErrorNotice error={check.error} /> : null}
    </ReasonForm>
  )
}

const Found = ({ check }: { check: LawCheck }) => {
  const t = useMessages()
  if (check.would)
    return (
      <>
        <p>{t.law.inOrder(check.would.files, check.would.of)}</p>
        <Touched changes={check.would} />
      </>
    )
  return (
    <>
      <p className="field-error">{t.law.problems(check.problems.length)}</p>
      <ul className="plain-list">
        {check.problems.map(({ path, message, line }) => (
          <li key={`${path} ${message}`}>
            {t.law.line(line ?? 1)}: <Refused text={message} />
          </li>
        ))}
      </ul>
    </>
  )
}
