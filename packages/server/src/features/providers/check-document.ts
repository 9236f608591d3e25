import type { CheckedDocument } from '@opentipline/contract'
import { type Policy, previewOf } from '@opentipline/domain'
import { lintReport, parseDocument, toReport } from '@opentipline/formats'

/**
 * What would be refused in a document, what is missing, and what a desk could work with. Nothing of it is kept. A document
 * that breaks a rule but can be read is previewed all the same: whoever mends it sees what else there is to do.
 */
export const checkDocument = (document: string, policy: Policy, now: Date): CheckedDocument => {
  const bytes = new TextEncoder().encode(document)
  const read = parseDocument(bytes, { expectedRoot: 'report' })
  return {
    ...lintReport([{ name: 'document', bytes }], { now }),
    preview: read.ok ? previewOf(toReport(read.document), policy, now.toISOString()) : null,
  }
}
