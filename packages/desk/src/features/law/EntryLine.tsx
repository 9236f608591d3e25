import type { LawEntry } from '@opentipline/contract'
import { citationOf, firstDay } from '@opentipline/domain'
import type { ReactNode } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import type { Messages } from '../../messages/en.ts'
import { Force } from '../../ui/Force.tsx'

const whereOf = ({ jurisdiction }: LawEntry, t: Messages): string => {
  if ('nation' in jurisdiction) return t.law.nation
  if ('circuits' in jurisdiction) return t.law.circuits(jurisdiction.circuits.join(', '))
  return 'states' in jurisdiction ? jurisdiction.states.join(', ') : t.law.agency
}

type Props = { entry: LawEntry; own: boolean; children?: ReactNode }

/** One entry of the pack: citation, force, mark, what it says, whom it binds, where it was seen. */
export const EntryLine = ({ entry, own, children }: Props) => {
  const t = useMessages()
  const inSpanish = useShownLanguage() === 'es' ? entry.es : undefined
  const lang = inSpanish ? 'es' : 'en'
  const verified = entry.status === 'verified'
  return (
    <li className="line">
      <strong lang="en">{citationOf(entry)}</strong>
      <span className="cluster small">
        <Force force={entry.force} />
        <span className={`tag ${verified ? 'tag-quiet' : 'tag-warn'}`}>{t.law.statuses[entry.status]}</span>
        {own ? <span className="tag">{t.law.ownEntry}</span> : null}
        <span className="muted">
          {t.law.holdsFor(whereOf(entry, t))}, {t.law.from(firstDay(entry))}
          {entry.to === undefined ? '' : `, ${t.law.ended(entry.to)}`}
        </span>
      </span>
      <span lang={lang}>{inSpanish?.summary ?? entry.summary}</span>
      <span className="small muted">
        {t.law.inOurWords} · {t.law.binds}: <span lang={lang}>{inSpanish?.binds ?? entry.binds}</span> ·{' '}
        {t.law.source}: <span lang="en">{entry.source}</span>
      </span>
      {children}
    </li>
  )
}
