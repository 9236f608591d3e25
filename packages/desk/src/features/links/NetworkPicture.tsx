import type { Network } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { networkPicture, type Point } from './networkPicture.ts'

/** Reports named in the picture at most; more names would hide each other, and the list has them all. */
const namedMax = 24

/** The network as points and lines. It says nothing that the list does not. */
export const NetworkPicture = ({ network }: { network: Network }) => {
  const t = useMessages()
  const { size, points, lines } = networkPicture(network)
  return (
    <svg
      className="network-picture"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t.together.networkPicture(network.reports.length)}
    >
      {lines.map(({ from, to, confirmed }, at) => (
        <line
          key={at}
          className={confirmed ? 'network-line is-confirmed' : 'network-line'}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
        />
      ))}
      {points.map((point) => (
        <Report key={point.reportId} point={point} named={points.length <= namedMax} />
      ))}
    </svg>
  )
}

/** The last digits tell reports of one network apart; the whole number is in the list. */
const shortName = (reportId: string): string => (reportId.length > 4 ? `…${reportId.slice(-4)}` : reportId)

const Report = ({ point: { reportId, step, x, y }, named }: { point: Point; named: boolean }) => (
  <g>
    <circle
      className={step === 0 ? 'network-point is-middle' : 'network-point'}
      cx={x}
      cy={y}
      r={step === 0 ? 8 : 6}
    />
    {named ? (
      <text className="network-name" x={x} y={y - 10} textAnchor="middle">
        {shortName(reportId)}
      </text>
    ) : null}
  </g>
)
