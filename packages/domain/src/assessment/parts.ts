import type { Assessment, Evidence, Signal } from '@opentipline/contract'
import { signalIndex } from '../policy/compile.ts'
import { isUnknown } from '../signals/reading.ts'
import type { Reading } from '../signals/facts.ts'

type Part = Assessment['actionability']['parts'][number]
type Read = (name: string) => Reading

const states = { true: 'present', false: 'absent', unknown: 'unknown' } as const

const single = (part: Part['part'], { value, evidence }: Reading): Part => ({
  part,
  state: states[value],
  evidence,
})

function material(read: Read): Part {
  const readings = [read('file included'), read('conversation included')]
  const came = readings.filter((reading) => reading.value === 'true')
  const evidence: Evidence[] = (came.length > 0 ? came : readings).flatMap((reading) => reading.evidence)
  if (came.length > 0) return { part: 'the file or conversation', state: 'present', evidence }
  const absent = readings.every((reading) => reading.value === 'false')
  return { part: 'the file or conversation', state: absent ? 'absent' : 'unknown', evidence }
}

/** A port matters only where many subscribers share the address. */
function port(read: Read): Part {
  const stated = read('source port')
  const shared = read('address shared by many')
  if (stated.value === 'true') return single('source port', stated)
  if (shared.value === 'false') return { part: 'source port', state: 'not needed', evidence: shared.evidence }
  return shared.value === 'true'
    ? { part: 'source port', state: 'absent', evidence: shared.evidence }
    : { part: 'source port', state: 'unknown', evidence: shared.evidence }
}

/** The four parts of a report that can be worked (Stanford Internet Observatory, 2024), and the source port. `signalAt` is by position. */
export function partsOf(signalAt: readonly (Signal | undefined)[]): Part[] {
  const read: Read = (name) => signalAt[signalIndex(name)] ?? isUnknown()
  return [
    single('where the subject is', read('subject located')),
    single('where the child is', read('child located')),
    material(read),
    single('the exact time', read('exact time')),
    port(read),
  ]
}
