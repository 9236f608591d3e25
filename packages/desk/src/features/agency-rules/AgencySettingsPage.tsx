import { agencyRuleIds } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { OwnReasons } from './OwnReasons.tsx'
import { RuleCard } from './RuleCard.tsx'
import { useRuleWords } from './words.ts'

/** The agency's rules about itself: what holds, by whom since when, and the way to change it. */
export const AgencySettingsPage = () => {
  const rw = useRuleWords()
  useTitle(rw.title)
  const rules = useQuery(reading('listAgencyRules', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{rw.title}</h1>
      <p>{rw.lead}</p>
      {rules.isPending ? <Loading /> : null}
      {rules.isError ? <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      <div className="halves">
        {agencyRuleIds.map((id) => {
          const view = rules.data?.rules.find(({ rule }) => rule === id)
          return view ? (
            <RuleCard key={id} id={id} view={view} secondPerson={rules.data?.secondPerson ?? false} />
          ) : null
        })}
      </div>
      <OwnReasons />
    </div>
  )
}
