import type { Bundle } from '@opentipline/contract'

/** What the members share: a digest in full, or who filed the batch and why. */
export const BundleName = ({ bundle }: { bundle: Bundle }) => (
  <span className={bundle.by === 'batch' ? '' : 'mono small'}>{bundle.name}</span>
)
