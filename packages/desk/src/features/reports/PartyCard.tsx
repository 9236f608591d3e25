import type { AssociatedAccount, Party } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { fieldLabel } from '../../ui/fieldLabel.ts'
import { Icon } from '../../ui/Icon.tsx'
import { accountFacts, nameOf, partyFacts, personFacts } from './partyFacts.tsx'

/** One person with the role the provider gave them. Only a reported person is a subject, and reported is not proven. */
export const PartyCard = ({ party, index }: { party: Party; index: number }) => {
  const t = useMessages()
  const at = `/parties/${index}`
  return (
    <div className={`party party-${party.role}`} data-at={at}>
      <div className="party-head">
        <Icon name="person" />
        <h4>
          {t.tip.partyRoles[party.role]} {index + 1}:{' '}
          {nameOf(party.person) ?? party.screenName ?? t.tip.noName}
        </h4>
        <span className="muted small">{t.tip.partyNotes[party.role]}</span>
      </div>
      <Facts facts={partyFacts(party, at, t)} />
      {party.associatedAccounts.map((account, place) => (
        <AccountCard key={place} account={account} at={`${at}/associatedAccounts/${place}`} />
      ))}
    </div>
  )
}

const AccountCard = ({ account, at }: { account: AssociatedAccount; at: string }) => {
  const t = useMessages()
  return (
    <div className="sub-card" data-at={at}>
      <h5>
        {fieldLabel('associatedAccounts', t)}: {[account.type, account.platform].filter(Boolean).join(', ')}
      </h5>
      <Facts facts={[...personFacts(account.person, `${at}/person`, t), ...accountFacts(account, at, t)]} />
    </div>
  )
}
