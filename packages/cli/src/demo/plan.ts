import type { Report } from '@opentipline/contract'
import type { FileDescription } from '@opentipline/client'
import type { Colour } from './png.ts'

/** The invented services of the demonstration, each with its own quality of reporting. */
export const demoProviders = {
  photos: { name: 'Example Photos', service: 'Example Photos', domain: 'photos.example.com' },
  chat: { name: 'Sample Chat', service: 'Sample Chat', domain: 'chat.example.net' },
  cloud: { name: 'Placeholder Cloud', service: 'Placeholder Cloud', domain: 'cloud.example.org' },
  social: { name: 'Specimen Social', service: 'Specimen Social', domain: 'social.example.com' },
  forum: { name: 'Thin Forum', service: 'Thin Forum', domain: 'forum.example.net' },
} as const
export type ProviderKey = keyof typeof demoProviders

/** What the bytes of a file are: one colour, or noise. Two files of equal content have equal bytes and digests. */
export type FileContent =
  | { kind: 'colour'; colour: Colour; side: number }
  | { kind: 'noise'; seed: string; sizeBytes: number }

export type PlannedFile = {
  name: string
  content: FileContent
  /** What the service says of it; absent where it says nothing, as thin reports do. */
  description?: Partial<Omit<FileDescription, 'viewState'>>
}

/** A report that a provider files over the Reporting API. */
export type PlannedReport = {
  kind: 'report'
  story: string
  provider: ProviderKey
  report: Report
  files: PlannedFile[]
}

/**
 * A document that an officer imports, and later ones with the same number. These come once the first has been made
 * available, so that they amend something that an officer may have read.
 */
export type PlannedImport = {
  kind: 'import'
  story: string
  person: string
  document: { name: string; text: string }
  supplements: { name: string; text: string }[]
}

export type PlannedFiling = PlannedReport | PlannedImport

/** What a story is told with: its own choices, its number, and the moment that "recent" is measured from. */
export type Wish = { seed: string; index: number; nowMs: number }
