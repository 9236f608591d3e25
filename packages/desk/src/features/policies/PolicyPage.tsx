import type { PolicyText } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { CopyPolicy } from './CopyPolicy.tsx'
import { OwnFacts } from './OwnLine.tsx'
import { policyReading, usePolicies, usePolicyAct } from './policyQuery.ts'
import { Preview } from './Preview.tsx'
import { Steps } from './Steps.tsx'
import { TextEditor } from './TextEditor.tsx'
import { AsWritten } from '../../ui/Told.tsx'

type Props = { policyId: string; version: string }

/** One version of a policy: its text, what it would do, and the steps that lead it into force. */
export const PolicyPage = ({ policyId, version }: Props) => {
  const t = useMessages()
  useTitle(t.policies.title)
  // A text under somebody's hand is not renewed by itself.
  const policy = useQuery({
    ...policyReading(policyId, version),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="page stack">
      <p>
        <Link to="/policies">{t.policies.back}</Link>
      </p>
      {policy.isPending ? <Loading /> : null}
      {policy.isError ? <ErrorNotice error={policy.error} onRetry={() => void policy.refetch()} /> : null}
      {policy.data ? <PolicyView policy={policy.data} /> : null}
    </div>
  )
}

const PolicyView = ({ policy }: { policy: PolicyText }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const { policyId, version } = policy
  const list = usePolicies()
  // The list is looked at again while a policy is being activated, and the text is not: its word on the state is newer.
  const listed = list.data?.own.find((each) => each.policyId === policyId && each.version === version)
  const own = listed ?? policy.own
  const [draft, setDraft] = useState<string>()
  const name = own?.name ?? list.data?.shipped.find(({ id }) => id === policyId)?.name ?? policyId
  const editable = own?.state === 'draft' && mayEverDo('editPolicy', role)
  const changed = draft !== undefined && draft !== policy.text
  const params = { policyId, version: String(version) }
  const save = usePolicyAct((text: string) => desk.call('editPolicy', { params, body: { text } }))
  // The server gives back what it keeps: from then on that is the text.
  const send = (text: string): void => save.mutate(text, { onSuccess: () => setDraft(undefined) })
  return (
    <>
      <h1 tabIndex={-1}>
        <AsWritten>{name}</AsWritten> <span className="muted small">{t.policies.version(version)}</span>{' '}
        {own ? <span className="tag">{t.policies.states[own.state]}</span> : null}
      </h1>
      {own ? <OwnFacts policy={own} /> : <p>{t.policies.shippedText}</p>}
      {list.data?.activating ? (
        <Notice tone="info">
          {t.policies.activating(list.data.activating.done, list.data.activating.of)}
        </Notice>
      ) : null}
      {editable ? null : (
        <span className="cluster">
          {own ? <span className="muted">{t.policies.readOnly}</span> : null}
          <CopyPolicy policyId={policyId} version={version} name={name} />
        </span>
      )}
      <TextEditor
        policy={policy}
        text={draft ?? policy.text}
        editable={editable}
        changed={changed}
        saving={save.isPending}
        saved={save.isSuccess}
        onText={setDraft}
        onSave={() => (changed && !save.isPending ? send(draft) : undefined)}
      />
      {save.isError ? <ErrorNotice error={save.error} /> : null}
      {mayEverDo('previewPolicy', role) ? (
        <Preview params={params} blocked={changed} unusable={policy.problems.length > 0} />
      ) : null}
      {own ? <Steps own={own} blocked={changed || policy.problems.length > 0} unsaved={changed} /> : null}
    </>
  )
}
