import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** The credits that data licences ask for. */
export const CreditsPage = () => {
  const t = useMessages()
  useTitle(t.credits.title)
  const credits = useQuery({ ...reading('listCredits', {}), staleTime: Infinity })
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.credits.title}</h1>
      <p>{t.credits.lead}</p>
      {credits.isPending ? <Loading /> : null}
      {credits.isError ? <ErrorNotice error={credits.error} onRetry={() => void credits.refetch()} /> : null}
      {credits.data?.credits.length === 0 ? <p className="muted">{t.credits.none}</p> : null}
      <ul className="line-list">
        {credits.data?.credits.map((credit) => (
          <li className="line" key={credit.name}>
            <span className="cluster">
              <strong>{credit.name}</strong>
              <span>{credit.what}</span>
            </span>
            <span className="small muted">
              {t.credits.licence}: {credit.licence}
              {credit.url ? (
                <>
                  {' · '}
                  <a href={credit.url} rel="noreferrer noopener" target="_blank">
                    {credit.url} ({t.common.opensElsewhere})
                  </a>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
