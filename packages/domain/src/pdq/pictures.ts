import type { Finding, Identifier, Report, ReportFile, ViewState } from '@opentipline/contract'
import type { Answer, SourceName } from '../findings/answers.ts'
import type { Wish } from '../findings/findingPlan.ts'
import { makeFinding } from '../findings/makeFinding.ts'

/**
 * Which files a perceptual hash may be computed of. It is made from what the picture shows, and several courts
 * ask for a warrant to open a file that nobody at the provider viewed: so it is the operator's to decide, and off where nothing was said.
 */
export const pictureSettings = ['off', 'viewed', 'all'] as const
export type PictureSetting = (typeof pictureSettings)[number]

/** The publisher's figure: a hash of less says too little to be compared. */
export const pdqQualityMin = 50

/** What is known of one file as a picture. */
export type PictureState = {
  readonly fileId: string
  readonly answer: 'waiting' | 'hit' | 'not checked' | 'failed'
  readonly hex?: string | undefined
  /** 0 to 100. */
  readonly quality?: number | undefined
  readonly caveat?: string | undefined
  /** Hashes of earlier pictures within the distance at which two are taken as alike, its own not among them. */
  readonly near: readonly string[]
}

const viewed: readonly ViewState[] = ['viewed for this report', 'viewed historically by hash']

/** Whether the provider says that it viewed the file. Not stated is not viewed. */
export const isViewed = ({ viewState }: Pick<ReportFile, 'viewState'>): boolean => viewed.includes(viewState)

/** Why no picture hash may be computed of a file, or undefined where it may. Not stated is not viewed. */
export function pictureBar(
  setting: PictureSetting,
  file: Pick<ReportFile, 'viewState' | 'received'>,
): string | undefined {
  if (file.received === undefined) return 'No bytes of this file came with the report.'
  if (setting === 'off') return 'The operator has picture hashes switched off.'
  if (setting === 'viewed' && !isViewed(file))
    return 'The provider does not say that it viewed this file; the operator has picture hashes computed of viewed files alone.'
  return undefined
}

const by: SourceName = { source: 'PDQ, computed here', sourceVersion: '1' }

/** A stored hash that may be compared. */
const comparable = ({ hex, quality }: PictureState): string | undefined =>
  hex !== undefined && (quality ?? 0) >= pdqQualityMin ? hex : undefined

function answerOf(state: PictureState | undefined, bar: string | undefined): Answer<PictureState> {
  if (state?.answer === 'hit') {
    const caveat =
      comparable(state) === undefined ? 'There is too little to see for a comparison.' : undefined
    return { answer: 'hit', value: state, confidence: caveat === undefined ? 'high' : 'low', caveat, by }
  }
  if (state?.answer === 'failed') return { answer: 'failed', by, caveat: state.caveat ?? 'The check failed.' }
  if (state?.answer === 'not checked') return { answer: 'not checked', by, caveat: state.caveat ?? '' }
  return { answer: 'not checked', by, caveat: bar ?? 'It is not computed yet.' }
}

type Pictures = readonly PictureState[]

const each = <T>(report: Report, of: (file: ReportFile, about: string) => T[]): T[] =>
  report.files.flatMap((file, index) => of(file, `/files/${index}`))

/** One finding for each file whose bytes came: its picture hash, or why there is none. */
export const pictureFindings = (report: Report, pictures: Pictures, setting: PictureSetting): Finding[] =>
  each(report, (file, about) => {
    if (file.received === undefined) return []
    const state = pictures.find(({ fileId }) => fileId === file.fileId)
    const answer = answerOf(state, pictureBar(setting, file))
    return [
      makeFinding({ kind: 'picture hash', about }, answer, ({ hex, quality, near }) => ({
        hash: hex,
        quality,
        alike: near.length,
      })),
    ]
  })

/** The look-ups of picture hashes in the operator's lists. */
export const pictureWishes = (report: Report, pictures: Pictures): Wish[] =>
  each(report, (file, about): Wish[] => {
    const state = pictures.find(({ fileId }) => fileId === file.fileId)
    const hex = state && comparable(state)
    return hex === undefined ? [] : [{ want: 'hash', about, hash: `pdq:${hex}` }]
  })

/**
 * A picture's own hash and those of earlier pictures that look the same, as identifiers: whatever shares one of them shows
 * the same picture within 31 of 256 bits of it.
 */
export const pictureIdentifiers = (report: Report, pictures: Pictures): Identifier[] =>
  each(report, (file, about): Identifier[] => {
    const state = pictures.find(({ fileId }) => fileId === file.fileId)
    const hex = state && comparable(state)
    if (!state || hex === undefined) return []
    return [hex, ...state.near].map((value) => ({
      kind: 'picture',
      value: `pdq:${value}`,
      role: 'file',
      basis: 'derived',
      path: about,
    }))
  })
