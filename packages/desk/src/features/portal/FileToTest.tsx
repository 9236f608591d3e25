import type { CredentialView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { queryClient } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Filed, fileToTest } from './fileToTest.ts'
import { usePortalWords } from './words.ts'

type Props = { document: string; credentials: readonly CredentialView[] }

/** Files what stands in the sandbox under a test credential; a live one cannot be chosen. */
export const FileToTest = ({ document, credentials }: Props) => {
  const { sandbox: t } = usePortalWords()
  return (
    <Section level={2} id="file" title={t.file} about={t.fileAbout}>
      {credentials.length === 0 ? (
        <p>
          {t.noCredential} <Link to="/portal/credentials">{t.makeOne}</Link>
        </p>
      ) : (
        <FileForm document={document} credentials={credentials} />
      )}
    </Section>
  )
}

const FileForm = ({ document, credentials }: Props) => {
  const { sandbox: t } = usePortalWords()
  const id = useId()
  const [username, setUsername] = useState(credentials[0]?.username ?? '')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const file = useMutation({
    mutationFn: () => fileToTest({ document, username, password }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['listOwnReports'] }),
  })
  const fault =
    document.trim() === '' ? t.empty : username === '' || password === '' ? t.incomplete : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!fault && !file.isPending) file.mutate()
  }
  return (
    <form className="stack route-form" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={`${id}-username`}>
          {t.username}
        </label>
        <select
          id={`${id}-username`}
          className="usa-select"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        >
          {credentials.map((each) => (
            <option key={each.credentialId} value={each.username}>
              {each.purpose ? `${each.username}: ${each.purpose}` : each.username}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-password`}>
          {t.password}
        </label>
        <span id={`${id}-hint`} className="small muted">
          {t.passwordHint}
        </span>
        <input
          id={`${id}-password`}
          className="usa-input"
          type="password"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {tried && fault ? (
        <p className="field-error" role="alert">
          {fault}
        </p>
      ) : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={file.isPending}>
          {t.send}
        </button>
        <span role="status">{file.isPending ? t.sending : ''}</span>
        <Asked prompt="sandbox" />
      </div>
      {file.data ? <Answers filed={file.data} /> : null}
    </form>
  )
}

/** What each call answered, in its own words. */
const Answers = ({ filed }: { filed: Filed }) => {
  const { sandbox: t } = usePortalWords()
  const { answers, reportId, finished, lost } = filed
  return (
    <div role="status">
      <Notice tone={finished ? 'good' : 'warn'}>
        {answers.map(({ call, status, code, says }) => (
          <span key={call} className="preserve-lines">
            {t.answered(call, status, code, says)}
          </span>
        ))}
        {lost ? <span>{t.noAnswer(lost)}</span> : null}
        {finished && reportId ? <strong>{t.filed(reportId)}</strong> : null}
        {reportId ? (
          <Link to="/portal/reports/$reportId" params={{ reportId }} search={{ environment: 'test' }}>
            {t.look}
          </Link>
        ) : null}
      </Notice>
    </div>
  )
}
