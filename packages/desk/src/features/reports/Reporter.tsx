import type { Person, Report } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { fieldLabel, flagWords } from '../../ui/fieldLabel.ts'
import { Section } from '../../ui/Section.tsx'
import { personFacts } from './partyFacts.tsx'

/** Who reported, whom to ask there, and which police the provider has told already. */
export const Reporter = ({ report: { reporter, lawEnforcement } }: { report: Report }) => {
  const t = useMessages()
  const label = (name: string): string => fieldLabel(name, t)
  return (
    <Section id="reporter" title={t.tip.reporter}>
      <div data-at="/reporter">
        <Facts
          facts={[
            { name: label('espName'), value: reporter.espName ?? t.common.notStated },
            { name: label('legalUrl'), value: reporter.legalUrl, at: '/reporter/legalUrl' },
            {
              name: label('companyTemplate'),
              value: reporter.companyTemplate,
              at: '/reporter/companyTemplate',
            },
            { name: label('termsOfService'), value: reporter.termsOfService, at: '/reporter/termsOfService' },
          ]}
        />
      </div>
      <Somebody title={label('person')} person={reporter.person} at="/reporter/person" />
      <Somebody title={label('contact')} person={reporter.contact} at="/reporter/contact" />
      {lawEnforcement ? (
        <div className="sub-card" data-at="/lawEnforcement">
          <h4>{t.tip.lawEnforcement}</h4>
          <Facts
            facts={[
              { name: label('agencyName'), value: lawEnforcement.agencyName },
              { name: label('caseNumber'), value: lawEnforcement.caseNumber },
              { name: label('reportedToLe'), value: lawEnforcement.reportedToLe },
              {
                name: label('servedLegalProcessDomestic'),
                value: flagWords(lawEnforcement.servedLegalProcessDomestic, t),
              },
              {
                name: label('servedLegalProcessInternational'),
                value: flagWords(lawEnforcement.servedLegalProcessInternational, t),
              },
              { name: label('legalProcessCountry'), value: lawEnforcement.legalProcessCountry },
            ]}
          />
          <Somebody
            title={label('officer')}
            person={lawEnforcement.officer}
            at="/lawEnforcement/officer"
            heading="h5"
          />
        </div>
      ) : null}
    </Section>
  )
}

type SomebodyProps = { title: string; person: Person | undefined; at: string; heading?: 'h4' | 'h5' }

/** A person with a name of their part, and every way to reach them that was stated. */
const Somebody = ({ title, person, at, heading: Heading = 'h4' }: SomebodyProps) => {
  const t = useMessages()
  if (person === undefined) return null
  return (
    <div className="sub-card" data-at={at}>
      <Heading>{title}</Heading>
      <Facts facts={personFacts(person, at, t)} />
    </div>
  )
}
