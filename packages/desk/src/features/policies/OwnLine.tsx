import type { AgencyPolicy } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { CopyPolicy } from './CopyPolicy.tsx'

const tones = {
  draft: '',
  proposed: 'tag-warn',
  activating: 'tag-warn',
  active: 'tag-good',
  past: 'tag-quiet',
  withdrawn: 'tag-quiet',
} as const

/** One version of the agency's own: its state, and who did what with it and when. */
export const OwnLine = ({ policy }: { policy: AgencyPolicy }) => {
  const t = useMessages()
  const { policyId, version, state } = policy
  const name = `${policy.name ?? t.policies.noName}, ${t.policies.version(version)}`
  return (
    <li className="line">
      <span className="cluster">
        <Link
          to="/policies/$policyId/$version"
          params={{ policyId, version: String(version) }}
          aria-label={state === 'draft' ? t.policies.edit(name) : t.policies.read(name)}
        >
          <strong>{name}</strong>
        </Link>
        <span className={`tag ${tones[state]}`}>{t.policies.states[state]}</span>
        <CopyPolicy policyId={policyId} version={version} name={name} />
      </span>
      <OwnFacts policy={policy} />
    </li>
  )
}

/** Who wrote, proposed and approved a version, and when it was in force. */
export const OwnFacts = ({ policy }: { policy: AgencyPolicy }) => {
  const t = useMessages()
  const { edited, proposed, approved, because, activeFrom, activeUntil, basedOn } = policy
  return (
    <span className="cluster small">
      <span className="muted">
        {policy.policyId} ({t.policies.basedOn(basedOn.id, basedOn.version)})
      </span>
      <span>
        {t.policies.edited(edited.by)}, <Moment at={edited.at} />
      </span>
      {proposed ? (
        <span>
          {t.policies.proposed(proposed.by)}, <Moment at={proposed.at} />
        </span>
      ) : null}
      {because ? (
        <span>
          {t.policies.because}: {because}
        </span>
      ) : null}
      {approved ? (
        <span>
          {t.policies.approved(approved.by)}, <Moment at={approved.at} />
        </span>
      ) : null}
      {activeFrom ? (
        <span>
          {t.policies.from} <Moment at={activeFrom} />
          {activeUntil ? (
            <>
              {' '}
              {t.policies.until} <Moment at={activeUntil} />
            </>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}
