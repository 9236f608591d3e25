import type { Sampling } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { Draws } from './Draws.tsx'
import { MissRates } from './MissRates.tsx'
import { useSamplingWords } from './words.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** What waits to be re-read, what was found, and how it was drawn. */
export const SamplingPage = () => {
  const words = useSamplingWords()
  useTitle(words.title)
  const sampling = useQuery(reading('readSampling', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      {sampling.isPending ? <Loading /> : null}
      {sampling.isError ? (
        <ErrorNotice error={sampling.error} onRetry={() => void sampling.refetch()} />
      ) : null}
      {sampling.data ? <Parts sampling={sampling.data} /> : null}
    </div>
  )
}

const Parts = ({ sampling }: { sampling: Sampling }) => {
  const words = useSamplingWords()
  const { rule } = sampling
  const { role } = useSession().actingFor
  return (
    <>
      {rule.percent === 0 ? (
        <Notice tone="info">
          <span>
            {words.off}{' '}
            {mayEverDo('listAgencyRules', role) ? (
              <Link to="/agency-settings">{words.settings}</Link>
            ) : (
              words.settings
            )}
            .
          </span>
        </Notice>
      ) : (
        <p className="cluster">
          {words.holds(rule.percent, rule.olderThanDays, rule.most)} <Asked prompt="sampling" />
        </p>
      )}
      <ToRead sampling={sampling} />
      <MissRates />
      <Readings readings={sampling.readings} />
      <Draws draws={sampling.draws} mayDraw={rule.percent > 0 && mayEverDo('drawSample', role)} />
    </>
  )
}

const ToRead = ({ sampling: { toRead, forOthers } }: { sampling: Sampling }) => {
  const words = useSamplingWords()
  return (
    <Section level={2} id="to-read" title={words.toRead} about={words.toReadAbout}>
      {toRead.length === 0 ? <p className="muted">{words.noneToRead}</p> : null}
      <ul className="line-list">
        {toRead.map(({ itemId, drawnAt, own }) => (
          <li className="line" key={itemId}>
            <span className="cluster">
              <Link to="/sampling/$itemId" params={{ itemId }}>
                {own ? words.goOn : words.begin}: {words.reading(itemId)}
              </Link>
              <span className="small muted">
                {words.drawnAt} <Age at={drawnAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {forOthers > 0 ? <p className="small muted">{words.forOthers(forOthers)}</p> : null}
    </Section>
  )
}

const Readings = ({ readings }: { readings: Sampling['readings'] }) => {
  const t = useMessages()
  const words = useSamplingWords()
  return (
    <Section level={2} id="readings" title={words.readings}>
      {readings.length === 0 ? <p className="muted">{words.noReadings}</p> : null}
      <ul className="line-list">
        {readings.map((each) => (
          <li className="line" key={each.itemId}>
            <span className="cluster">
              <strong>{words.verdicts[each.verdict]}</strong>
              <Link to="/tips/$tipId" params={{ tipId: each.tipId }} search={{}}>
                {words.openTip(each.tipId)}
              </Link>
              <span className="tag tag-quiet">{words.pools[each.pool]}</span>
              <span className="tag">
                {words.stands}: {t.states[each.state]}
              </span>
            </span>
            <span className="cluster small muted">
              <span>
                {each.by}, <Moment at={each.at} />
                {each.seenBefore ? ` · ${words.seenBefore}` : ''}
              </span>
              <span>
                <AsWritten>{each.band}</AsWritten>
              </span>
            </span>
            {each.note ? <span>{each.note}</span> : null}
            {each.verdict === 'would have been pursued' ? (
              <span className="small">{words.missOffer}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
