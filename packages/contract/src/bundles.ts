/** Bundles: many reports of one item, looked at together and decided one by one. */
import { type Static, Type } from 'typebox'
import { QueueRow } from './tips.ts'

const text = Type.String()

/** Tips that one decision on a bundle covers at most: each is listed, and a person can still read the list. */
export const bundleTipsMax = 200
/** Members of a bundle shown at most. */
export const bundleRowsMax = 500

export const Bundle = Type.Object({
  bundleId: text,
  /**
   * `hash`: they share a file. `near`: they show the same picture, in another size or coding. `batch`: the provider filed
   * them as one batch.
   */
  by: Type.Enum(['hash', 'near', 'batch'] as const),
  /** The digest or perceptual hash they share, or provider and reason of the batch. */
  name: text,
  tips: Type.Integer(),
})
export type Bundle = Static<typeof Bundle>

export const BundleList = Type.Object({ bundles: Type.Array(Bundle) })
export type BundleList = Static<typeof BundleList>

/** A bundle's members: those that a decision may cover, and those it never does, with the reason. */
export const BundleDetail = Type.Object({
  bundle: Bundle,
  members: Type.Array(QueueRow),
  apart: Type.Array(Type.Object({ row: QueueRow, because: Type.Array(text) })),
})
export type BundleDetail = Static<typeof BundleDetail>
