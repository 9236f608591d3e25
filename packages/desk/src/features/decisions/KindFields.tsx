import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { localZone } from '../../ui/time.ts'
import { useSession } from '../people/session.ts'
import type { Draft } from './drafts.ts'
import { dayAfter } from './draftRules.ts'

type Props = { draft: Draft; onChange: (draft: Draft) => void; id: string; error: ReactNode }

/** The agencies a tip can go to; one's own is not among them. */
export const AgencyField = ({ draft, onChange, id, error }: Props) => {
  const t = useMessages()
  const own = useSession().actingFor.agency.agencyId
  const agencies = useQuery({ ...reading('listAgencies', {}), staleTime: 600_000 })
  const others = (agencies.data?.agencies ?? []).filter(({ agencyId }) => agencyId !== own)
  return (
    <div>
      <label className="usa-label" htmlFor={`${id}-agency-choice`}>
        {t.decide.agency}
      </label>
      <select
        id={`${id}-agency-choice`}
        className="usa-select"
        value={draft.referTo}
        aria-describedby={`${id}-agency`}
        onChange={(event) => onChange({ ...draft, referTo: event.target.value })}
      >
        <option value="">{agencies.isPending ? t.common.loading : t.decide.chooseAgency}</option>
        {others.map(({ agencyId, name }) => (
          <option key={agencyId} value={agencyId}>
            {name}
          </option>
        ))}
      </select>
      {agencies.isError ? (
        <ErrorNotice error={agencies.error} onRetry={() => void agencies.refetch()} />
      ) : null}
      {error}
    </div>
  )
}

/** Usual waits: a provider's answer, a records request, legal process. */
const usualDays = [3, 7, 30] as const

/** The day a held tip comes back. */
export const HoldField = ({ draft, onChange, id, error }: Props) => {
  const t = useMessages()
  const today = new Date()
  return (
    <div>
      <label className="usa-label" htmlFor={`${id}-until-day`}>
        {t.decide.until}
      </label>
      <div className="cluster">
        <input
          id={`${id}-until-day`}
          type="date"
          className="usa-input hold-day"
          min={dayAfter(today, 1)}
          value={draft.holdDay}
          aria-describedby={`${id}-until ${id}-until-hint`}
          onChange={(event) => onChange({ ...draft, holdDay: event.target.value })}
        />
        {usualDays.map((days) => (
          <button
            key={days}
            type="button"
            className="usa-button usa-button--unstyled small"
            onClick={() => onChange({ ...draft, holdDay: dayAfter(today, days) })}
          >
            {t.decide.inDays(days)}
          </button>
        ))}
      </div>
      <p className="small muted" id={`${id}-until-hint`}>
        {t.decide.untilHint(localZone())}
      </p>
      {error}
    </div>
  )
}
