import { importLeJson, type LeJsonImport } from '@opentipline/formats'

/** All that an import needs to know of its document, as plain values that may cross from one thread to another. */
export type ReadImport =
  | { ok: false; problems: Extract<LeJsonImport, { ok: false }>['problems'] }
  | {
      ok: true
      /** The report model, as JSON. */
      model: string
      sourceReportId: string | undefined
      isBatched: boolean
      unknownFieldCount: number
      notes: string[]
    }

/** Reads one law-enforcement JSON. Pure; a document of the largest size takes seconds. */
export const readImport = (bytes: Uint8Array): ReadImport => {
  const read = importLeJson(bytes)
  if (!read.ok) return read
  return {
    ok: true,
    model: JSON.stringify(read.report),
    sourceReportId: read.report.origin.sourceReportId,
    isBatched: read.report.batchedReason !== undefined,
    unknownFieldCount: read.report.unknownFields.length,
    notes: read.notes.map((note) => note.message),
  }
}
