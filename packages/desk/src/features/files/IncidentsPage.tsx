import type { IncidentView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'

/** Stored evidence that was found not to be what was received. Ids and times: nothing of what it is. */
export const IncidentsPage = () => {
  const t = useMessages()
  useTitle(t.files.incidentsTitle)
  const incidents = useQuery(reading('listIncidents', {}))
  const list = incidents.data?.incidents ?? []
  return (
    <div className="page stack">
      <h1>{t.files.incidentsTitle}</h1>
      <p className="lead">{t.files.incidentsLead}</p>
      {incidents.isError ? (
        <ErrorNotice error={incidents.error} onRetry={() => void incidents.refetch()} />
      ) : null}
      {incidents.isPending ? <Loading /> : null}
      {incidents.data && list.length === 0 ? <Notice tone="good">{t.files.noIncidents}</Notice> : null}
      {list.map((incident) => (
        <Incident key={incident.incidentId} incident={incident} />
      ))}
      {incidents.data && incidents.data.orphans.length > 0 ? (
        <>
          <h2>{t.files.orphansTitle}</h2>
          <p>{t.files.orphansLead}</p>
          <ul className="line-list">
            {incidents.data.orphans.map(({ objectId, storedBytes, kind, foundAt }) => (
              <li className="line" key={objectId}>
                <span className="mono">{objectId}</span>
                <span className="small">
                  <Bytes count={storedBytes} />, <Moment at={foundAt} />. {t.files.orphanTodo[kind]}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

const Incident = ({ incident }: { incident: IncidentView }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [asking, setAsking] = useState(false)
  const { incidentId, kind, fileId, reportId, foundBy, foundAt, resolved } = incident
  const resolve = useMutation({
    mutationFn: (says: string) => desk.call('resolveIncident', { params: { incidentId }, body: { says } }),
    onSuccess: () => {
      setAsking(false)
      void queryClient.invalidateQueries({ queryKey: ['listIncidents'] })
    },
  })
  return (
    <section className="sub-card stack-tight" aria-label={`${t.files.incidentKinds[kind]} ${fileId}`}>
      <p className="cluster">
        <span className={`tag ${resolved ? 'tag-quiet' : 'tag-warn'}`}>{t.files.incidentKinds[kind]}</span>
        <span>
          {t.files.foundBy[foundBy]} <Moment at={foundAt} />
        </span>
      </p>
      <p className="small">
        {t.files.file} <span className="mono">{fileId}</span>, {t.tip.report} {reportId}
      </p>
      {resolved ? (
        <p>
          {t.files.closedBy(resolved.by)} <Moment at={resolved.at} />: {resolved.says}
        </p>
      ) : null}
      {!resolved && !asking && mayEverDo('resolveIncident', role) ? (
        <p>
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            onClick={() => setAsking(true)}
          >
            {t.files.closeIncident}
          </button>
        </p>
      ) : null}
      {asking ? (
        <>
          <ReasonForm
            send={t.files.closeIncident}
            busy={resolve.isPending}
            error={resolve.error}
            onSend={(says) => resolve.mutate(says)}
            onCancel={() => setAsking(false)}
          />
          <Asked prompt="incident closed" />
        </>
      ) : null}
    </section>
  )
}
