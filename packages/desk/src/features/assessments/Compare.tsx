import type { TipComparison } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** The tip under the shipped policies side by side. Worked out, and recorded as read, only when asked for. */
export const Compare = ({ tipId }: { tipId: string }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [asked, setAsked] = useState(false)
  const comparison = useQuery({
    ...reading('compareTip', { params: { tipId } }),
    enabled: asked,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (!mayEverDo('compareTip', role)) return null
  return (
    <Section level={2} id="compare" title={t.judging.compare} about={t.judging.compareAbout}>
      {asked ? null : (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small no-print compare-ask"
          onClick={() => setAsked(true)}
        >
          {t.judging.compareNow}
        </button>
      )}
      <p role="status">{asked && comparison.isPending ? t.judging.comparing : ''}</p>
      {comparison.isError ? (
        <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
      ) : null}
      {comparison.data ? <Views comparison={comparison.data} /> : null}
    </Section>
  )
}

const Views = ({ comparison }: { comparison: TipComparison }) => {
  const t = useMessages()
  return (
    <>
      <div className="wide" tabIndex={0} role="group" aria-label={t.judging.policy}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.judging.policy}</th>
              <th scope="col">{t.judging.band}</th>
              <th scope="col">{t.queue.risk}</th>
              <th scope="col">{t.queue.actionability}</th>
              <th scope="col">{t.judging.lane}</th>
              <th scope="col">{t.judging.place}</th>
              <th scope="col">{t.judging.weighs}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.views.map((view) => (
              <ViewRow key={view.policy.id} view={view} openTips={comparison.openTips} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t.judging.disagreements}</h3>
      {comparison.disagreements.length === 0 ? <p className="muted">{t.judging.noDisagreements}</p> : null}
      <ul className="plain-list">
        {[...new Set(comparison.disagreements)].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  )
}

const ViewRow = ({ view, openTips }: { view: TipComparison['views'][number]; openTips: number }) => {
  const t = useMessages()
  return (
    <tr>
      <th scope="row">
        {view.policy.name} {view.inForce ? <span className="tag tag-good">{t.judging.inForce}</span> : null}
      </th>
      <td>
        <AsWritten>{view.band}</AsWritten>{' '}
        <span className="small muted">{t.judging.bandOf(view.height, view.bands)}</span>
      </td>
      <td className="whole">{intervalText(view.risk)}</td>
      <td className="whole">{intervalText(view.actionability)}</td>
      <td>{t.lanes[view.lane]}</td>
      <td>{t.judging.placeOf(view.position, openTips)}</td>
      <td>
        <ul className="plain-list">
          {view.reasons.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {view.unknownInputs.length > 0 ? (
          <span className="small muted">{t.judging.unknownInputs(view.unknownInputs.join(', '))}</span>
        ) : null}
      </td>
    </tr>
  )
}
