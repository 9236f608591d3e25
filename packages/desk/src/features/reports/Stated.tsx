import type { InternetDetail, Report } from '@opentipline/contract'
import type { Messages } from '../../messages/en.ts'
import { useMessages } from '../../messages/messages.tsx'
import { Facts, type Fact } from '../../ui/Facts.tsx'
import { fieldLabel, flagWords } from '../../ui/fieldLabel.ts'
import { Section } from '../../ui/Section.tsx'
import { FieldNote } from '../checklists/FieldNote.tsx'
import { FileCard } from '../files/FileCard.tsx'
import { Captures } from './Captures.tsx'
import { PartyCard } from './PartyCard.tsx'
import { addressText, emailText, phoneText } from './partyFacts.tsx'
import { Reporter } from './Reporter.tsx'

/** The provider's own statement, all of it and nothing else. Without the tip's id no file can be opened from it. */
export const Stated = ({ report, tipId }: { report: Report; tipId?: string | undefined }) => {
  const t = useMessages()
  return (
    <>
      <Incident report={report} />
      <Section id="people" title={t.tip.people}>
        {report.parties.length === 0 ? <p className="muted">{t.tip.noPeople}</p> : null}
        <div className="cards">
          {report.parties.map((party, index) => (
            <PartyCard key={index} party={party} index={index} />
          ))}
        </div>
      </Section>
      <Captures report={report} />
      <Section id="files" title={t.tip.files} about={t.tip.filesAbout}>
        {report.files.length === 0 ? <p className="muted">{t.tip.noFiles}</p> : null}
        <div className="cards">
          {report.files.map((file, index) => (
            <FileCard key={file.fileId} file={file} index={index} tipId={tipId} />
          ))}
        </div>
      </Section>
      <Details report={report} />
      <Reporter report={report} />
      <UnknownFields report={report} />
    </>
  )
}

const Incident = ({ report: { incident, batchedReason, additionalInfo, origin } }: { report: Report }) => {
  const t = useMessages()
  const fact = (name: string, value: Fact['value']): Fact => ({
    name: fieldLabel(name, t),
    value,
    at: `/incident/${name}`,
    note: <FieldNote field={name} label={fieldLabel(name, t)} />,
  })
  return (
    <Section id="incident" title={t.tip.incident}>
      <div data-at="/incident">
        <Facts
          facts={[
            fact('type', incident.type ?? t.common.notStated),
            fact('platform', incident.platform),
            fact('escalateToHighPriority', incident.escalateToHighPriority),
            fact('annotations', incident.annotations.map((each) => fieldLabel(each, t)).join(', ')),
            fact('at', incident.at ?? t.common.notStated),
            fact('atDescription', incident.atDescription),
            { name: fieldLabel('batchedReason', t), value: batchedReason, at: '/batchedReason' },
            {
              name: fieldLabel('sourceReportId', t),
              value: origin.sourceReportId,
              at: '/origin/sourceReportId',
            },
            { name: fieldLabel('dateReceived', t), value: origin.dateReceived, at: '/origin/dateReceived' },
            {
              name: fieldLabel('schemaVersion', t),
              value: origin.schemaVersion,
              at: '/origin/schemaVersion',
            },
          ]}
        />
      </div>
      {additionalInfo.map((text, index) => (
        <div key={index} data-at={`/additionalInfo/${index}`} className="stack-tight narrative">
          <h4>{t.tip.narrative}</h4>
          <p className="prose">{text}</p>
        </div>
      ))}
    </Section>
  )
}

const detailFacts = (detail: InternetDetail, at: string, t: Messages): Fact[] => {
  const fact = (name: string, value: Fact['value']): Fact => ({
    name: fieldLabel(name, t),
    value,
    at: `${at}/${name}`,
  })
  return [
    fact('name', detail.name),
    fact('client', detail.client),
    ...(detail.urls ?? []).map((value, index) => ({
      name: fieldLabel('urls', t),
      value,
      at: `${at}/urls/${index}`,
    })),
    fact('emails', detail.emails?.map((email) => emailText(email, t)).join('\n')),
    fact('phone', detail.phone ? phoneText(detail.phone, t) : undefined),
    fact('content', detail.content),
    fact('addresses', detail.addresses?.map(addressText).join('\n')),
    fact('latitude', detail.latitude),
    fact('longitude', detail.longitude),
    fact('fileNames', detail.fileNames),
    fact(
      'thirdPartyHostedContent',
      detail.thirdPartyHostedContent === undefined ? undefined : flagWords(detail.thirdPartyHostedContent, t),
    ),
    fact('additionalInfo', detail.additionalInfo.join('\n')),
  ]
}

const Details = ({ report }: { report: Report }) => {
  const t = useMessages()
  if (report.internetDetails.length === 0) return null
  return (
    <Section id="details" title={t.tip.details}>
      <div className="cards">
        {report.internetDetails.map((detail, index) => (
          <div className="sub-card" key={index} data-at={`/internetDetails/${index}`}>
            <h4>{fieldLabel(detail.kind, t)}</h4>
            <Facts facts={detailFacts(detail, `/internetDetails/${index}`, t)} />
          </div>
        ))}
      </div>
    </Section>
  )
}

const UnknownFields = ({ report }: { report: Report }) => {
  const t = useMessages()
  if (report.unknownFields.length === 0) return null
  return (
    <Section
      id="unknown-fields"
      title={`${t.tip.unknownFields} (${report.unknownFields.length})`}
      about={t.tip.unknownFieldsAbout}
    >
      <ul className="plain-list">
        {report.unknownFields.map(({ path, value }) => (
          <li key={path} data-at={path} className="mono">
            {path}: {JSON.stringify(value)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
