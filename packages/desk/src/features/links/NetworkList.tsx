import type { LinkView, Network } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { LinkVerdictLine } from './LinkVerdictLine.tsx'
import { Told } from '../../ui/Told.tsx'

type Report = Network['reports'][number]
type NetworkLink = Network['links'][number]

/** The network in words: ring by ring each report, with the links that lead to it and why. */
export const NetworkList = ({ network }: { network: Network }) => {
  const t = useMessages()
  const rings = [...new Set(network.reports.map(({ steps }) => steps))].toSorted((a, b) => a - b)
  return (
    <div className="stack">
      {rings.map((steps) => (
        <div key={steps}>
          <h4>{t.together.steps(steps)}</h4>
          <ul className="line-list">
            {network.reports
              .filter((report) => report.steps === steps)
              .map((report) => (
                <li className="line" key={report.reportId}>
                  <ReportName report={report} />
                  <Ways report={report} network={network} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const ReportName = ({ report: { reportId, tipId, steps } }: { report: Report }) =>
  tipId && steps > 0 ? (
    <Link to="/tips/$tipId" params={{ tipId }} search={{}}>
      {reportId}
    </Link>
  ) : (
    <strong>{reportId}</strong>
  )

/** The links by which a report is reached: those to a ring further in, and to its own ring once. */
const Ways = ({ report, network }: { report: Report; network: Network }) => {
  const steps = new Map(network.reports.map((each) => [each.reportId, each.steps]))
  const inward = network.links.filter(({ between }) => {
    const other = between.find((id) => id !== report.reportId)
    if (!between.includes(report.reportId) || other === undefined) return false
    const far = steps.get(other) ?? Infinity
    return far < report.steps || (far === report.steps && BigInt(other) < BigInt(report.reportId))
  })
  return (
    <ul className="plain-list">
      {inward.map((link) => (
        <li key={`${link.between.join(' ')} ${link.linkId}`}>
          <Way report={report} link={link} />
        </li>
      ))}
    </ul>
  )
}

const Way = ({ report, link }: { report: Report; link: NetworkLink }) => {
  const t = useMessages()
  const other = link.between.find((id) => id !== report.reportId) ?? ''
  const view: LinkView = {
    reportId: other,
    tipId: null,
    strength: 'strong',
    because: link.because,
    linkId: link.linkId,
    verdict: null,
  }
  return (
    <div className="stack-tight">
      <span className="cluster small">
        <span>{t.together.connects(report.reportId, other)}</span>
        <span>
          <Told text={link.because} />
        </span>
        {link.confirmed ? <span className="tag tag-good">{t.judging.confirmed}</span> : null}
      </span>
      {report.tipId ? <LinkVerdictLine tipId={report.tipId} link={view} linkId={link.linkId} /> : null}
    </div>
  )
}
