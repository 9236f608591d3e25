import type { Finding, Identifier, PlaceFact, Report, TipDetail } from '@opentipline/contract'
import { lazy, type ReactNode, Suspense } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { EvidenceLinks } from '../assessments/EvidenceLinks.tsx'
import { Links } from '../links/Links.tsx'
import { NetworkSection } from '../links/NetworkSection.tsx'
import { CorrectPlace } from '../routing/CorrectPlace.tsx'
import { renewTip } from '../tips/useTipWrite.ts'
import { findingText, placeText } from './words.ts'
import { AsWritten, Told } from '../../ui/Told.tsx'

/** The outline of the states comes when a tip is looked at, not with the queue. */
const PlaceMap = lazy(async () => ({ default: (await import('../places/PlaceMap.tsx')).PlaceMap }))
/** Worked out from what is here already, and with its words only where a tip is looked at. */
const AccountHistories = lazy(async () => ({
  default: (await import('../places/AccountHistories.tsx')).AccountHistories,
}))

type Props = { tip: TipDetail; tipId: string; derived: TipDetail['derived']; report: Report }

/** What a machine made of the report, each with its source. Never mixed with what was stated. */
export const Derived = ({ tip, tipId, derived, report }: Props) => {
  return (
    <>
      <Places places={derived.places} report={report}>
        <CorrectPlace reportId={tip.row.reportId} onSaved={() => void renewTip(tipId)} />
      </Places>
      <Suspense>
        <AccountHistories report={report} findings={derived.findings} />
      </Suspense>
      <Links tipId={tipId} links={derived.links} />
      <NetworkSection tipId={tipId} />
      <Findings findings={derived.findings} identifiers={derived.identifiers} report={report} />
    </>
  )
}

type PlacesProps = { places: readonly PlaceFact[]; report: Report; children?: ReactNode }

/** Where somebody or something was, as far as the report tells. */
export const Places = ({ places, report, children }: PlacesProps) => {
  const t = useMessages()
  return (
    <Section id="places" title={t.tip.places}>
      {places.length === 0 ? <p className="muted">{t.tip.noPlaces}</p> : null}
      <Suspense>
        <PlaceMap places={places} />
      </Suspense>
      <ul className="line-list">
        {places.map((place, index) => (
          <PlaceLine key={index} place={place} report={report} />
        ))}
      </ul>
      {children}
    </Section>
  )
}

type FindingsProps = {
  findings: readonly Finding[]
  identifiers: readonly Identifier[]
  report: Report
}

/** What was looked up, and the identifiers that were read. */
export const Findings = ({ findings, identifiers, report }: FindingsProps) => {
  const t = useMessages()
  return (
    <>
      <Section id="findings" title={t.tip.findings}>
        {findings.length === 0 ? <p className="muted">{t.tip.noFindings}</p> : null}
        <ul className="line-list">
          {findings.map((finding) => (
            <FindingLine key={finding.key} finding={finding} report={report} />
          ))}
        </ul>
      </Section>
      <Section id="identifiers" title={t.tip.identifiers}>
        {identifiers.length === 0 ? <p className="muted">{t.tip.noIdentifiers}</p> : null}
        <Identifiers identifiers={identifiers} report={report} />
      </Section>
    </>
  )
}

const PlaceLine = ({ place, report }: { place: PlaceFact; report: Report }) => {
  const t = useMessages()
  return (
    <li className="line">
      <span className="cluster">
        <strong>{placeText(place) || t.tip.placeUnread}</strong>
        <span className="tag">{t.tip.placeRoles[place.role]}</span>
        <span>{t.tip.kindWords[place.kind] ?? place.kind}</span>
        <span className="muted small">
          {t.tip.specificities[place.specificity]} · {t.tip.confidence[place.confidence]} ·{' '}
          {t.tip.bases[place.basis]}
        </span>
      </span>
      <EvidenceLinks evidence={[place.evidence]} report={report} />
    </li>
  )
}

const answerTones = { hit: 'tag-good', miss: '', 'not checked': 'tag-quiet', failed: 'tag-warn' } as const

const FindingLine = ({ finding, report }: { finding: Finding; report: Report }) => {
  const t = useMessages()
  const source = [finding.source, finding.sourceVersion, finding.sourceDate].filter(Boolean).join(' ')
  return (
    <li className="line" data-at={`finding:${finding.key}`}>
      <span className="cluster">
        <span className={`tag ${answerTones[finding.answer]}`}>{t.tip.answers[finding.answer]}</span>
        <span>{t.tip.kindWords[finding.kind] ?? finding.kind}</span>
        <strong>{finding.answer === 'hit' ? findingText(finding, t) : ''}</strong>
      </span>
      <span className="small muted">
        {finding.answer === 'hit' ? `${t.tip.confidence[finding.confidence]} · ` : ''}
        {t.tip.source}: {finding.source === 'none' ? t.tip.noSource : <AsWritten>{source}</AsWritten>}
        {finding.caveat ? (
          <>
            {' · '}
            <Told text={finding.caveat} />
          </>
        ) : null}
      </span>
      <EvidenceLinks evidence={[{ from: 'report', ref: finding.about }]} report={report} />
    </li>
  )
}

/** Identifiers shown before the rest is folded: a report with thousands of hashes stays readable. */
const identifiersShownMax = 12

const Identifiers = ({ identifiers, report }: { identifiers: readonly Identifier[]; report: Report }) => {
  const lines = identifiers.map((identifier, index) => (
    <IdentifierLine key={index} identifier={identifier} report={report} />
  ))
  const folded = lines.slice(identifiersShownMax)
  return (
    <>
      <ul className="line-list">{lines.slice(0, identifiersShownMax)}</ul>
      {folded.length > 0 ? (
        <details>
          <summary>+{folded.length}</summary>
          <ul className="line-list">{folded}</ul>
        </details>
      ) : null}
    </>
  )
}

const IdentifierLine = ({ identifier, report }: { identifier: Identifier; report: Report }) => {
  const t = useMessages()
  return (
    <li className="line">
      <span className="cluster">
        <span>{t.tip.kindWords[identifier.kind] ?? identifier.kind}</span>
        <span className="mono">{identifier.value}</span>
        <span className="tag">{t.tip.identifierRoles[identifier.role]}</span>
        {identifier.basis === 'derived' ? <span className="tag tag-warn">{t.tip.fromText}</span> : null}
      </span>
      <EvidenceLinks evidence={[{ from: 'report', ref: identifier.path }]} report={report} />
    </li>
  )
}
