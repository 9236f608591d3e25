import { mayEverDo } from '@opentipline/domain'
import { useNavigate } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useSession } from '../people/session.ts'
import { usePolicyAct } from './policyQuery.ts'

type Props = { policyId: string; version: number; name: string }

/** Makes a draft of the agency's own and leads to it. */
export const CopyPolicy = ({ policyId, version, name }: Props) => {
  const t = useMessages()
  const navigate = useNavigate()
  const { role } = useSession().actingFor
  const copy = usePolicyAct(async () => {
    const draft = await desk.call('copyPolicy', { params: { policyId, version: String(version) }, body: {} })
    await navigate({
      to: '/policies/$policyId/$version',
      params: { policyId: draft.policyId, version: String(draft.version) },
    })
  })
  if (!mayEverDo('copyPolicy', role)) return null
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline usa-button--small"
        aria-label={t.policies.copyOf(name)}
        aria-disabled={copy.isPending}
        onClick={() => (copy.isPending ? undefined : copy.mutate(undefined))}
      >
        {copy.isPending ? t.policies.copying : t.policies.copy}
      </button>
      {copy.isError ? <ErrorNotice error={copy.error} /> : null}
    </>
  )
}
