import { createHash } from 'node:crypto'
import { signalRegistry, valuesOf } from '@opentipline/domain'
import type { Signal } from '@opentipline/contract'

/** Names the registry whose positions stored signal values have: another version's are never read by the wrong positions. */
export const signalKey: string = createHash('sha256')
  .update(signalRegistry.map(({ name }) => name).join('\n'))
  .digest('hex')
  .slice(0, 16)

export type StoredValues = {
  signal_values: Buffer | null
  signal_key: string | null
  /** The signals themselves, needed only where the stored values are of another registry. */
  signals: Signal[] | null
}

/** The values of a tip's signals by position in the present registry: 0 false, 1 unknown, 2 true. */
export const valuesFrom = ({ signal_values, signal_key, signals }: StoredValues): Uint8Array =>
  signal_values && signal_key === signalKey ? new Uint8Array(signal_values) : valuesOf(signals ?? [])

/** Gives `signals` of `report_facts f` only where `valuesFrom` needs them: they are a hundred times as large. */
export const storedValuesSql = `t.signal_values, t.signal_key,
  case when t.signal_key is distinct from '${signalKey}' then
    (select f.signals from report_facts f where f.report_id = t.report_id order by f.revision desc limit 1) end as signals`
