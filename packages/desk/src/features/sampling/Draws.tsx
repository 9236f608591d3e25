import type { SampleDraw, SampleDrawList } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { desk } from '../../platform/api.ts'
import { keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { useSampleWrite } from './useSampleWrite.ts'
import { useSamplingWords } from './words.ts'

const drawnIn = ({ pools }: SampleDraw): number => pools.reduce((sum, { drawn }) => sum + drawn, 0)

/** The draws, with what is needed to draw each again; and the drawing itself. */
export const Draws = ({ draws, mayDraw }: { draws: readonly SampleDraw[]; mayDraw: boolean }) => {
  const words = useSamplingWords()
  const draw = useSampleWrite(() => desk.call('drawSample', { body: {} }))
  return (
    <Section level={2} id="draws" title={words.draws} about={words.drawsAbout}>
      {mayDraw ? (
        <p className="cluster">
          <button
            type="button"
            className="usa-button usa-button--small"
            aria-disabled={draw.isPending}
            onClick={() => (draw.isPending ? undefined : draw.mutate(undefined))}
          >
            {draw.isPending ? words.drawing : words.draw}
          </button>
          <span role="status">{draw.data ? words.drawn(drawnIn(draw.data)) : ''}</span>
        </p>
      ) : null}
      {draw.isError ? <ErrorNotice error={draw.error} /> : null}
      {draws.length === 0 ? <p className="muted">{words.noDraws}</p> : null}
      <ul className="line-list">
        {draws.map((each) => (
          <DrawLine key={each.drawId} draw={each} />
        ))}
      </ul>
    </Section>
  )
}

const DrawLine = ({ draw }: { draw: SampleDraw }) => {
  const words = useSamplingWords()
  const { role } = useSession().actingFor
  const list = useSampleWrite(() => desk.call('readSampleDraw', { params: { drawId: draw.drawId } }))
  return (
    <li className="line">
      <span className="cluster">
        <strong>
          {words.drawBy(draw.by)}, <Moment at={draw.at} />
        </strong>
        <span>{words.readOf(draw.read, drawnIn(draw))}</span>
      </span>
      <span className="small muted">
        {draw.pools
          .map(({ pool, drawn, size }) => words.poolLine(words.pools[pool], drawn, size))
          .join(' · ')}
      </span>
      <Facts
        facts={[
          { name: words.seed, value: <span className="mono">{draw.seed}</span> },
          { name: words.algorithm, value: <span className="mono">{draw.algorithm}</span> },
        ]}
      />
      {mayEverDo('readSampleDraw', role) ? (
        <span className="cluster small">
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={words.listNamed(draw.drawId)}
            onClick={() =>
              list.isPending
                ? undefined
                : list.mutate(undefined, {
                    onSuccess: (found) => keepFile(new Blob([listText(found)]), `draw-${draw.drawId}.csv`),
                  })
            }
          >
            {words.list}
          </button>
          <span className="muted">{words.listAbout}</span>
        </span>
      ) : null}
      {list.isError ? <ErrorNotice error={list.error} /> : null}
    </li>
  )
}

/** One line for each tip of the pools: pool, tip, whether it was drawn. Ids alone, so nothing needs quoting. */
const listText = ({ pools }: SampleDrawList): string =>
  [
    'pool,tip,drawn',
    ...pools.flatMap(({ pool, tipIds, drawn }) =>
      tipIds.map((id) => `${pool},${id},${drawn.includes(id) ? 'yes' : 'no'}`),
    ),
    '',
  ].join('\n')
