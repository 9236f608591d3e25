/**
 * Versions of the document schema, oldest first. `2025-11` is the schema as reporters had it in November 2025;
 * `2026-08` adds the age-discrepancy element and three report annotations that readers of the documentation
 * describe in the second half of 2026.
 */
export const schemaVersions = ['2025-11', '2026-08'] as const
export type SchemaVersion = (typeof schemaVersions)[number]

/** The newest: everything the older one takes is valid under it too. */
export const defaultSchemaVersion: SchemaVersion = '2026-08'

/** True where something introduced in `since` exists under `version`. */
export const existsIn = (version: SchemaVersion, since: SchemaVersion | undefined): boolean =>
  since === undefined || schemaVersions.indexOf(since) <= schemaVersions.indexOf(version)
