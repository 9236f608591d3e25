import type { Finding } from '@opentipline/contract'
import type { Answer, SourceName } from './answers.ts'

/** A finding's value without the fields that are not known, so that absent stays absent in storage. */
export const known = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined))

/** The key of a finding: stable, so that a later run of the same look-up replaces the earlier one. */
export const findingKey = (kind: Finding['kind'], about: string, detail = ''): string =>
  `${kind} ${about}${detail === '' ? '' : ` ${detail}`}`

/** A place that was asked for, in words that compare equal: a point, else ZIP, city and region as given. */
export function placeDetail(place: {
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly postalCode?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
}): string {
  if (place.latitude !== undefined && place.longitude !== undefined)
    return `${place.latitude},${place.longitude}`
  return [place.postalCode, place.city, place.region].map((part) => part?.trim() ?? '').join('|')
}

const sourceFields = (by: SourceName): Pick<Finding, 'source' | 'sourceVersion' | 'sourceDate'> => ({
  source: by.source,
  sourceVersion: by.sourceVersion,
  ...(by.sourceDate === undefined ? {} : { sourceDate: by.sourceDate }),
})

const caveatField = (...caveats: readonly (string | undefined)[]): Pick<Finding, 'caveat'> => {
  const said = caveats.filter((caveat) => caveat !== undefined)
  return said.length === 0 ? {} : { caveat: said.join(' ') }
}

type Subject = { readonly kind: Finding['kind']; readonly about: string; readonly detail?: string }

/** Turns a source's answer into a finding. Anything but a hit has an empty value. */
export function makeFinding<T extends object>(
  subject: Subject,
  answer: Answer<T>,
  valueOf: (value: T) => Record<string, unknown>,
  more: readonly (string | undefined)[] = [],
): Finding {
  const hit = answer.answer === 'hit'
  return {
    key: findingKey(subject.kind, subject.about, subject.detail),
    kind: subject.kind,
    about: subject.about,
    answer: answer.answer,
    value: hit ? known(valueOf(answer.value)) : {},
    ...sourceFields(answer.by),
    confidence: hit ? answer.confidence : 'low',
    ...caveatField(answer.caveat, ...(hit ? more : [])),
  }
}
