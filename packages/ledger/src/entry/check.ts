import { isIP } from 'node:net'
import { LedgerError } from '../error.ts'
import { DETAIL_CHARS_MAX, DETAILS_MAX, ID_CHARS_MAX, NAME_CHARS_MAX, REASON_CHARS_MAX } from '../limits.ts'
import type { LedgerActor, LedgerDetails, LedgerEntry, LedgerObject, LedgerOutcome } from './entry.ts'

/**
 * Reads an untrusted value as an entry: every field present, none unknown, each of its shape and within its limit.
 * Returns a fresh entry with the fields in canonical order. Throws `LedgerError` (`bad-entry`) naming the field.
 */
export function checkEntry(value: unknown): LedgerEntry {
  const raw = asRecord(value, 'entry')
  onlyKeys(raw, ENTRY_KEYS, 'entry')
  return {
    actingFor: raw.actingFor === null ? null : asId(raw.actingFor, 'actingFor'),
    action: asName(raw.action, 'action'),
    actor: asActor(raw.actor),
    at: asInstant(raw.at),
    details: asDetails(raw.details),
    entryId: asMatch(raw.entryId, UUID, 'entryId', 'a lower-case UUID'),
    object: asObject(raw.object),
    outcome: asOutcome(raw.outcome),
    reason: raw.reason === null ? null : asText(raw.reason, 'reason', REASON_CHARS_MAX),
    source: asSource(raw.source),
  }
}

const ENTRY_KEYS = [
  'actingFor',
  'action',
  'actor',
  'at',
  'details',
  'entryId',
  'object',
  'outcome',
  'reason',
  'source',
]
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.\d{2,9}Z$/
const NAME = /^[A-Za-z][A-Za-z0-9._:/-]*$/

function asActor(value: unknown): LedgerActor {
  const raw = asRecord(value, 'actor')
  onlyKeys(raw, ['id', 'kind'], 'actor')
  return { id: asId(raw.id, 'actor.id'), kind: asActorKind(raw.kind) }
}

function asActorKind(kind: unknown): LedgerActor['kind'] {
  if (kind === 'person' || kind === 'provider' || kind === 'pipeline' || kind === 'system') return kind
  throw bad('actor.kind', 'is not person, provider, pipeline or system')
}

function asObject(value: unknown): LedgerObject {
  const raw = asRecord(value, 'object')
  onlyKeys(raw, ['id', 'kind'], 'object')
  return { id: asId(raw.id, 'object.id'), kind: asName(raw.kind, 'object.kind') }
}

function asOutcome(outcome: unknown): LedgerOutcome {
  if (outcome === 'done' || outcome === 'denied' || outcome === 'failed') return outcome
  throw bad('outcome', 'is not done, denied or failed')
}

function asDetails(value: unknown): LedgerDetails {
  const raw = asRecord(value, 'details')
  const names = Object.keys(raw).toSorted()
  if (names.length > DETAILS_MAX) throw bad('details', `has more than ${DETAILS_MAX} members`)
  return Object.fromEntries(names.map((name) => [asName(name, `details.${name}`), asDetail(raw[name], name)]))
}

function asDetail(value: unknown, name: string): string | number | boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return asText(value, `details.${name}`, DETAIL_CHARS_MAX)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw bad(`details.${name}`, 'is not a text, a finite number or true or false')
}

/** The calendar is checked by writing the instant again: 30 February and second 60 come back different. */
function asInstant(value: unknown): string {
  const text = asMatch(value, INSTANT, 'at', 'a UTC time with two to nine digits of fraction')
  const second = INSTANT.exec(text)?.[1] ?? ''
  const at = new Date(`${second}.000Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== `${second}.000Z`)
    throw bad('at', 'is no time of the calendar')
  return text
}

function asSource(value: unknown): string {
  if (value === 'internal') return value
  if (typeof value === 'string' && value.length <= NAME_CHARS_MAX && isIP(value) !== 0) return value
  throw bad('source', 'is neither an IP address nor internal')
}

function asName(value: unknown, field: string): string {
  const name = asMatch(value, NAME, field, 'a name of letters, digits and . _ : / -')
  if (name.length > NAME_CHARS_MAX) throw bad(field, `has more than ${NAME_CHARS_MAX} characters`)
  return name
}

function asId(value: unknown, field: string): string {
  const id = asText(value, field, ID_CHARS_MAX)
  if (id === '') throw bad(field, 'is empty')
  return id
}

/** A lone surrogate has no UTF-8 form, and a control character has no business in an id or a reason. */
function asText(value: unknown, field: string, charsMax: number): string {
  if (typeof value !== 'string') throw bad(field, 'is not a text')
  if (value.length > charsMax) throw bad(field, `has more than ${charsMax} characters`)
  if (!value.isWellFormed()) throw bad(field, 'is not well-formed Unicode')
  if (hasControl(value)) throw bad(field, 'has a control character')
  return value
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || unit === 0x7f) return true
  }
  return false
}

function asMatch(value: unknown, pattern: RegExp, field: string, what: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value
  throw bad(field, `is not ${what}`)
}

function asRecord(value: unknown, field: string): { [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad(field, 'is not an object')
  return { ...value }
}

function onlyKeys(raw: { [name: string]: unknown }, known: readonly string[], field: string): void {
  for (const key of known) if (!Object.hasOwn(raw, key)) throw bad(`${field}.${key}`, 'is missing')
  for (const key of Object.keys(raw)) if (!known.includes(key)) throw bad(`${field}.${key}`, 'is not known')
}

function bad(field: string, problem: string): LedgerError {
  return new LedgerError('bad-entry', `${field} ${problem}`)
}
