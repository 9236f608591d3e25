import type { AffiliateArea, AffiliateCount, AffiliateEntry, Affiliates } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { AffiliateForm } from './AffiliateForm.tsx'
import { EndForm } from './EndForm.tsx'
import { useAffiliateWords } from './words.ts'

/** The agencies that this one leads: where each works, what goes straight there, and how it came to be so. */
export const AffiliatesPage = () => {
  const words = useAffiliateWords()
  useTitle(words.title)
  const list = useQuery(reading('listAffiliates', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? <Parts list={list.data} /> : null}
    </div>
  )
}

const Parts = ({ list }: { list: Affiliates }) => {
  const words = useAffiliateWords()
  const { role } = useSession().actingFor
  const mayEnter = mayEverDo('enterAffiliate', role)
  const [entering, setEntering] = useState(false)
  const [said, setSaid] = useState('')
  const standing = list.entries.filter(({ to }) => to === null)
  const ended = list.entries.filter(({ to }) => to !== null)
  return (
    <>
      {list.lead ? <Notice tone="info">{words.led(list.lead.name, list.lead.since)}</Notice> : null}
      <Section level={2} id="standing" title={words.standing}>
        {standing.length === 0 ? <p className="muted">{words.none}</p> : null}
        <ul className="line-list">
          {standing.map((entry) => (
            <Entry
              key={entry.entryId}
              entry={entry}
              count={list.counts.find(({ agencyId }) => agencyId === entry.agencyId)}
              mayEnter={mayEnter}
              onDone={setSaid}
            />
          ))}
        </ul>
        <p role="status" className="small">
          {said}
        </p>
        {mayEnter && !entering ? (
          <button type="button" className="usa-button usa-button--small" onClick={() => setEntering(true)}>
            {words.enter}
          </button>
        ) : null}
        {entering ? (
          <AffiliateForm
            onDone={() => {
              setEntering(false)
              setSaid(`${words.saved} ${words.people}`)
            }}
            onCancel={() => setEntering(false)}
          />
        ) : null}
      </Section>
      <Tree tree={list.tree} />
      {ended.length > 0 ? (
        <details>
          <summary>
            {words.ended} ({ended.length})
          </summary>
          <ul className="line-list">
            {ended.map((entry) => (
              <Entry key={entry.entryId} entry={entry} mayEnter={false} onDone={setSaid} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

const Tree = ({ tree }: { tree: Affiliates['tree'] }) => {
  const words = useAffiliateWords()
  return (
    <Section level={2} id="tree" title={words.tree}>
      {tree.length === 0 ? <p className="muted">{words.treeNone}</p> : null}
      <Branch tree={tree} lead={undefined} />
    </Section>
  )
}

/** The agencies directly under one, and under each of them the same. The server's tree is four deep at most. */
const Branch = ({ tree, lead }: { tree: Affiliates['tree']; lead: string | undefined }) => {
  const here = tree.filter((node) => (lead === undefined ? node.depth === 1 : node.leadId === lead))
  if (here.length === 0) return null
  return (
    <ul>
      {here.map((node) => (
        <li key={node.agencyId}>
          {node.name}
          <Branch tree={tree.filter((each) => each.depth > node.depth)} lead={node.agencyId} />
        </li>
      ))}
    </ul>
  )
}

type EntryProps = {
  entry: AffiliateEntry
  count?: AffiliateCount | undefined
  mayEnter: boolean
  onDone: (words: string) => void
}

const Entry = ({ entry, count, mayEnter, onDone }: EntryProps) => {
  const words = useAffiliateWords()
  const [open, setOpen] = useState<'change' | 'end'>()
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    onDone(words.saved)
  }
  return (
    <li className="line">
      <span className="cluster">
        <strong>{entry.name}</strong>
        <span>{entry.areas.map((area) => areaText(area, words)).join('; ')}</span>
        <span className="small muted">
          {words.from(entry.from)}
          {entry.to ? ` ${words.until(entry.to)}` : ''}
        </span>
      </span>
      <span>{entry.straight.length > 0 ? words.straight(entry.straight.join(', ')) : words.first}</span>
      {count ? (
        <span className="small">
          {words.counts(count.straight, count.offered, count.accepted, count.returned, count.unanswered)}
        </span>
      ) : null}
      <span className="small muted">
        {words.by(entry.entered.by)}, <Moment at={entry.entered.at} />: {entry.because}
        {entry.ended ? ` · ${words.endedBy(entry.ended.by)}: ${entry.ended.because}` : ''}
      </span>
      {mayEnter && !open ? (
        <span className="cluster small">
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={words.changeNamed(entry.name)}
            onClick={() => setOpen('change')}
          >
            {words.change}
          </button>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={words.endNamed(entry.name)}
            onClick={() => setOpen('end')}
          >
            {words.end}
          </button>
        </span>
      ) : null}
      {open === 'change' ? <AffiliateForm entry={entry} onDone={done} onCancel={close} /> : null}
      {open === 'end' ? <EndForm entryId={entry.entryId} onDone={done} onCancel={close} /> : null}
    </li>
  )
}

const areaText = (
  { state, counties, places }: AffiliateArea,
  words: ReturnType<typeof useAffiliateWords>,
): string =>
  counties.length === 0 && places.length === 0
    ? words.whole(state)
    : words.parts(state, counties.length, places.join(', '))
