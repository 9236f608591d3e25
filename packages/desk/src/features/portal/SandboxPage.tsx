import { checkedCharactersMax } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { useShownLanguage } from '../../messages/messages.tsx'
import { desk, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { CheckLists } from './CheckLists.tsx'
import { CodeToCopy } from './CopyText.tsx'
import { clientExample, curlExample, exampleReport } from './examples.ts'
import { FileToTest } from './FileToTest.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { usePortalWords } from './words.ts'

/** A document is checked, filed to test, and the same calls stand there to be copied. */
export const SandboxPage = () => {
  const { sandbox: t } = usePortalWords()
  useTitle(t.title)
  const [document, setDocument] = useState('')
  const own = useQuery(reading('readOwnProvider', {}))
  const usable = (own.data?.credentials ?? []).filter(
    ({ environment, state }) => environment === 'test' && (state === 'working' || state === 'ending'),
  )
  const where = {
    address: globalThis.location.origin,
    username: usable[0]?.username ?? 'TEST-USER-NAME',
  }
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.lead}</p>
      <Check document={document} onChange={setDocument} />
      {own.isError ? <ErrorNotice error={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data ? <FileToTest document={document} credentials={usable} /> : null}
      <Section level={2} id="examples" title={t.examples} about={t.examplesAbout}>
        <CodeToCopy title={t.curl} code={curlExample(where)} />
        <CodeToCopy title={t.client} code={clientExample(where)} />
      </Section>
    </div>
  )
}

type CheckProps = { document: string; onChange: (document: string) => void }

const Check = ({ document, onChange }: CheckProps) => {
  const { sandbox: t } = usePortalWords()
  const most = checkedCharactersMax.toLocaleString(useShownLanguage())
  const id = useId()
  const [tried, setTried] = useState(false)
  const check = useMutation({
    mutationFn: (text: string) => desk.call('checkDocument', { body: { document: text } }),
  })
  const fault =
    document.trim() === '' ? t.empty : document.length > checkedCharactersMax ? t.tooLong(most) : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!fault && !check.isPending) check.mutate(document)
  }
  return (
    <>
      <form className="section stack" onSubmit={submit}>
        <div>
          <label className="usa-label" htmlFor={id}>
            {t.document}
          </label>
          <span id={`${id}-hint`} className="small muted">
            {t.documentHint(most)}
          </span>
          <textarea
            id={id}
            className="usa-textarea mono sandbox-document"
            rows={12}
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            value={document}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
        <div className="cluster">
          <button type="submit" className="usa-button" aria-disabled={check.isPending}>
            {t.check}
          </button>
          <ChooseFile onChosen={onChange} />
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => onChange(exampleReport)}
          >
            {t.example}
          </button>
          <span role="status">{check.isPending ? t.checking : ''}</span>
          <Asked prompt="sandbox" />
        </div>
        {tried && fault ? (
          <p className="field-error" role="alert">
            {fault}
          </p>
        ) : null}
        {check.isError ? <ErrorNotice error={check.error} /> : null}
      </form>
      {check.data ? (
        <div className="halves" aria-live="polite">
          <div className="section stack">
            {check.variables === document ? null : <p className="tag tag-warn">{t.stale}</p>}
            <CheckLists check={check.data} />
          </div>
          <PreviewPart preview={check.data.preview} />
        </div>
      ) : null}
    </>
  )
}

/** Reads a file of the engineer's own machine into the field; it goes nowhere by itself. */
const ChooseFile = ({ onChosen }: { onChosen: (text: string) => void }) => {
  const { sandbox: t } = usePortalWords()
  const id = useId()
  const [fault, setFault] = useState<string>()
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    const bytes = await file.slice(0, checkedCharactersMax * 4).arrayBuffer()
    try {
      onChosen(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      setFault(undefined)
    } catch {
      setFault(t.notText)
    }
  }
  return (
    <span className="cluster">
      <label className="usa-button usa-button--outline file-label" htmlFor={id}>
        {t.choose}
      </label>
      <input
        id={id}
        type="file"
        className="drop-input"
        accept=".xml,text/xml,application/xml"
        onChange={(event) => void choose(event)}
      />
      {fault ? (
        <span className="field-error" role="alert">
          {fault}
        </span>
      ) : null}
    </span>
  )
}
