import type { PlaceCorrectionView } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'

/** What people said of a report's places, with who, when and why. What was found stands beside it, unchanged. */
export const Corrections = ({ corrections }: { corrections: readonly PlaceCorrectionView[] }) => {
  const t = useMessages()
  if (corrections.length === 0) return null
  return (
    <>
      <h4>{t.together.corrections}</h4>
      <ul className="line-list">
        {corrections.map((each) => (
          <li className="line" key={each.correctionId} data-at={`record:${each.correctionId}`}>
            <strong>{t.together.correction(t.together.roles[each.role] ?? each.role, each.place)}</strong>
            <span className="small">
              {t.together.correctedBy(each.by)}, <Moment at={each.at} /> · {each.because}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
