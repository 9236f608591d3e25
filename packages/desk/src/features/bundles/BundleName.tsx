import type { Bundle } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'

/** What the members share: a digest in full, or who filed the batch and why, in words. */
export const BundleName = ({ bundle }: { bundle: Pick<Bundle, 'by' | 'name'> }) => {
  const { together: words } = useMessages()
  if (bundle.by !== 'batch') return <span className="mono small">{bundle.name}</span>
  const at = bundle.name.lastIndexOf(': ')
  const provider = bundle.name.slice(0, Math.max(0, at)) || words.noBatchProvider
  const reason = bundle.name.slice(at + 2) || words.noBatchReason
  return (
    <span>
      {provider}: {words.batchReasons[reason] ?? reason}
    </span>
  )
}
