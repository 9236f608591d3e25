import type { PolicyList } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { CopyPolicy } from './CopyPolicy.tsx'
import { AsWritten } from '../../ui/Told.tsx'

type Props = { policy: PolicyList['shipped'][number]; inForce: boolean }

/** A policy that comes with the program: what it is, and the way to read or copy it. */
export const ShippedLine = ({ policy: { id, version, name, about }, inForce }: Props) => {
  const t = useMessages()
  return (
    <li className="line">
      <span className="cluster">
        <Link
          to="/policies/$policyId/$version"
          params={{ policyId: id, version: String(version) }}
          aria-label={t.policies.read(name)}
        >
          <strong>
            <AsWritten>{name}</AsWritten>
          </strong>
        </Link>
        <span className="small muted">
          {id}, {t.policies.version(version)}
        </span>
        {inForce ? <span className="tag tag-good">{t.policies.inForce}</span> : null}
        <CopyPolicy policyId={id} version={version} name={name} />
      </span>
      <p className="prose small">
        <AsWritten>{about}</AsWritten>
      </p>
    </li>
  )
}
