/** Bundles: many reports of one item. At an agency, looked at together and decided one by one; at the clearinghouse, looked at. */
import { type Static, type TSchema, Type } from 'typebox'
import { QueueRow } from './tips.ts'

const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
/** What its members share. */
const by = Type.Enum(['hash', 'near', 'batch'] as const)

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
  by,
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

/** Bundles of the clearinghouse on one page at most. */
export const reportBundlesPageMax = 50
/** Newest reports among which the clearinghouse's bundles are looked for: what came long ago and no more is not today's question. */
export const reportBundlesAmong = 10_000
/** Reports of one bundle that are counted at most, the newest: one item can stand behind hundreds of thousands. */
export const reportBundleCountedMax = 10_000
/** Members of a clearinghouse's bundle on one page at most. */
export const reportBundleMembersPageMax = 50

/**
 * An item behind many reports, as the clearinghouse sees it: what it received and where it made it available, and nothing of what
 * became of it there. Tips that came about by a referral are not counted, since a referral is an agency's decision.
 */
export const ReportBundle = Type.Object({
  bundleId: text,
  by,
  name: text,
  reports: Type.Integer(),
  /** As many reports were counted as are counted at most: there may be more, and older ones. */
  isLeast: Type.Boolean(),
  tips: Type.Integer(),
  agencies: Type.Integer(),
  /** When the first and the last of the counted reports were finished. ISO UTC. */
  firstAt: text,
  lastAt: text,
})
export type ReportBundle = Static<typeof ReportBundle>

export const ReportBundleList = Type.Object({
  bundles: Type.Array(ReportBundle),
  /** Opaque; absent on the last page. */
  next: Type.Optional(text),
})
export type ReportBundleList = Static<typeof ReportBundleList>

export const ReportBundleMember = Type.Object({
  reportId: text,
  provider: nullable(text),
  incidentType: nullable(text),
  finishedAt: text,
  /** Names of the agencies that it was made available to. */
  agencies: Type.Array(text),
  /**
   * The questions whose answer pulls it out, so that no agency's decision on the bundle covers it; none for one that shares the
   * item and nothing else; null where it is not judged yet.
   */
  because: nullable(Type.Array(text)),
})
export type ReportBundleMember = Static<typeof ReportBundleMember>

export const ReportBundleDetail = Type.Object({
  bundle: ReportBundle,
  /** The newest first. */
  members: Type.Array(ReportBundleMember),
  /** The report to go on below; absent on the last page. */
  next: Type.Optional(text),
})
export type ReportBundleDetail = Static<typeof ReportBundleDetail>
