import type { LawChanges } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { fieldLabel, flagWords } from '../../ui/fieldLabel.ts'

const stated = { yes: true, no: false, 'not stated': undefined }

/** Which gates a change of the law touches: for each kind of file what its answer becomes, and the tips that have such files. */
export const Touched = ({ changes }: { changes: LawChanges }) => {
  const t = useMessages()
  const touched = changes.changes.filter(({ files }) => files > 0)
  if (touched.length === 0) return null
  return (
    <>
      <ul className="plain-list">
        {touched.map(({ viewState, publiclyAvailable, before, after, files }) => (
          <li key={`${viewState} ${publiclyAvailable}`}>
            {t.viewStates[viewState]}; {fieldLabel('publiclyAvailable', t)}:{' '}
            {flagWords(stated[publiclyAvailable], t)}.{' '}
            {t.law.becomes(t.law.answers[before], t.law.answers[after], files)}
          </li>
        ))}
      </ul>
      <p>
        {t.law.touchedTips}:{' '}
        {changes.tips.map(({ tipId }, at) => (
          <span key={tipId}>
            {at === 0 ? '' : ', '}
            <Link to="/tips/$tipId" params={{ tipId }} search={{}} hash="files">
              {t.clocks.tip(tipId)}
            </Link>
          </span>
        ))}{' '}
        {changes.ofTips > changes.tips.length ? t.law.moreTips(changes.ofTips - changes.tips.length) : ''}
      </p>
    </>
  )
}
