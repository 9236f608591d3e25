import type { PlaceFact } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { placeText } from '../findings/words.ts'
import { mapSize, projectUs } from './project.ts'
import { usOutline } from './usOutline.ts'

type Mark = { key: string; role: PlaceFact['role']; x: number; y: number; name: string; count: number }

/** Points of one role that lie this near each other are one mark with a number: nobody could tell them apart. */
const nearPx = 9

const marksOf = (places: readonly PlaceFact[]): Mark[] => {
  const marks: Mark[] = []
  for (const place of places) {
    const { latitude, longitude, role } = place
    const at = latitude === undefined || longitude === undefined ? undefined : projectUs(longitude, latitude)
    if (!at) continue
    const [x, y] = at
    const near = marks.find((mark) => mark.role === role && Math.hypot(mark.x - x, mark.y - y) < nearPx)
    if (near) near.count += 1
    else marks.push({ key: `${role} ${x} ${y}`, role, x, y, name: placeText(place), count: 1 })
  }
  return marks
}

/** One shape each: told apart without colour, in print and in high contrast. */
const Shape = ({ role, x, y }: { role: PlaceFact['role']; x: number; y: number }) => {
  switch (role) {
    case 'child':
      return <circle className="mark mark-child" cx={x} cy={y} r="11" />
    case 'subject':
      return <rect className="mark mark-subject" x={x - 10} y={y - 10} width="20" height="20" />
    case 'recipient':
      return <path className="mark mark-other" d={`M${x} ${y - 13}l12 22h-24z`} />
    case 'incident':
    case 'file':
      return <path className="mark mark-other" d={`M${x} ${y - 13}l13 13-13 13-13-13z`} />
  }
}

/**
 * The places that have a point, on the outline of the states: no tile and no request to anybody. The list beside it says
 * everything that the picture says, and what the picture cannot show.
 */
export const PlaceMap = ({ places }: { places: readonly PlaceFact[] }) => {
  const t = useMessages()
  const marks = marksOf(places)
  if (marks.length === 0) return null
  const shown = marks.reduce((sum, { count }) => sum + count, 0)
  const roles = [...new Set(marks.map(({ role }) => role))]
  const told = marks.map(
    ({ role, name, count }) => `${t.tip.placeRoles[role]}: ${name}${count > 1 ? ` (${count})` : ''}`,
  )
  return (
    <figure className="place-map">
      <svg
        viewBox={`-10 -10 ${mapSize.width + 20} ${mapSize.height + 20}`}
        role="img"
        aria-label={t.finding.mapOf(told.join('; '))}
      >
        <path className="map-border" d={usOutline} />
        {marks.map((mark) => (
          <g key={mark.key}>
            <title>{`${t.tip.placeRoles[mark.role]}: ${mark.name}`}</title>
            <Shape role={mark.role} x={mark.x} y={mark.y} />
            {mark.count > 1 ? (
              <text className="mark-count" x={mark.x + 15} y={mark.y + 6}>
                {mark.count}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption className="small cluster">
        {roles.map((role) => (
          <span key={role}>
            <svg className="legend-mark" viewBox="0 0 30 30" aria-hidden="true">
              <Shape role={role} x={15} y={15} />
            </svg>{' '}
            {t.tip.placeRoles[role]}
          </span>
        ))}
        <span className="muted">{t.finding.mapShows(shown, places.length)}</span>
      </figcaption>
    </figure>
  )
}
