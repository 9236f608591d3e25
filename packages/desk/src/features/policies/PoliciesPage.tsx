import type { PolicyList } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { OwnLine } from './OwnLine.tsx'
import { usePolicies, usePolicyAct } from './policyQuery.ts'
import { ShippedLine } from './ShippedLine.tsx'
import { AsWritten, AsWrittenNote } from '../../ui/Told.tsx'

/** The policies there are: the one in force, those with the program, and the agency's own with their past. */
export const PoliciesPage = () => {
  const t = useMessages()
  useTitle(t.policies.title)
  const policies = usePolicies()
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.policies.title}</h1>
      <p>{t.policies.lead}</p>
      <AsWrittenNote />
      {policies.isPending ? <Loading /> : null}
      {policies.isError ? (
        <ErrorNotice error={policies.error} onRetry={() => void policies.refetch()} />
      ) : null}
      {policies.data ? <Lists list={policies.data} /> : null}
    </div>
  )
}

const Lists = ({ list }: { list: PolicyList }) => {
  const t = useMessages()
  return (
    <>
      <Section level={2} id="in-force" title={t.policies.inForce}>
        <p>
          <strong>
            <AsWritten>{list.inForce.name}</AsWritten>
          </strong>{' '}
          <span className="muted">
            {list.inForce.id}, {t.policies.version(list.inForce.version)}
          </span>
        </p>
        {list.activating ? (
          <Notice tone="info">{t.policies.activating(list.activating.done, list.activating.of)}</Notice>
        ) : null}
        <SecondPerson on={list.secondPerson} />
      </Section>
      <Section level={2} id="own" title={t.policies.own} about={t.policies.ownAbout}>
        {list.own.length === 0 ? <p className="muted">{t.policies.noOwn}</p> : null}
        <ul className="line-list">
          {list.own.map((each) => (
            <OwnLine key={`${each.policyId} ${each.version}`} policy={each} />
          ))}
        </ul>
      </Section>
      <Section level={2} id="shipped" title={t.policies.shipped} about={t.policies.shippedAbout}>
        <ul className="line-list">
          {list.shipped.map((each) => (
            <ShippedLine
              key={each.id}
              policy={each}
              inForce={each.id === list.inForce.id && each.version === list.inForce.version}
            />
          ))}
        </ul>
      </Section>
    </>
  )
}

const SecondPerson = ({ on }: { on: boolean }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const set = usePolicyAct((secondPerson: boolean) =>
    desk.call('setSecondPerson', { body: { secondPerson } }),
  )
  return (
    <>
      <p className="cluster small">
        <span role="status">{on ? t.policies.secondPersonOn : t.policies.secondPersonOff}</span>
        {mayEverDo('setSecondPerson', role) ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-disabled={set.isPending}
            onClick={() => (set.isPending ? undefined : set.mutate(!on))}
          >
            {on ? t.policies.secondPersonEnd : t.policies.secondPersonAsk}
          </button>
        ) : null}
      </p>
      {set.isError ? <ErrorNotice error={set.error} /> : null}
    </>
  )
}
