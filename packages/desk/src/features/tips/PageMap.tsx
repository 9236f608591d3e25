import { useChecklistWords } from '../checklists/useChecklistWords.ts'
import { useMessages } from '../../messages/messages.tsx'

/** Short ways to the parts of a long page. */
export const PageMap = () => {
  const t = useMessages()
  const checklists = useChecklistWords()
  const parts = [
    ['why', t.tip.why],
    ['change', t.tip.change],
    ['compare', t.judging.compare],
    ['checklists', checklists.title],
    ['clocks', t.tip.clocks],
    ['stated', t.tip.stated],
    ['captures', t.tip.captures],
    ['files', t.tip.files],
    ['derived', t.tip.derived],
    ['records', t.judging.records],
    ['notes', t.tip.notes],
    ['cases', t.loop.cases.onTip],
    ['outcomes', t.loop.outcome.title],
    ['made-documents', t.documents.title],
    ['amendments', t.finding.amendments],
    ['history', t.tip.history],
  ] as const
  return (
    <nav className="page-map no-print" aria-label={t.tip.sections}>
      {parts.map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  )
}
