import { inReport, isUnknown, trueIfAny } from './reading.ts'
import type { Facts, Reading } from './facts.ts'
import { filesOf } from './walk.ts'

/** The annotation is either set or not stated: the format has no way to say "no". */
export function reportAnnotation(facts: Facts, name: string): Reading {
  const index = facts.report.incident.annotations.indexOf(name)
  return index < 0 ? isUnknown() : trueIfAny([inReport(`/incident/annotations/${index}`)])
}

/** True where at least one file carries one of the annotations; otherwise not stated. */
export function fileAnnotation(facts: Facts, ...names: string[]): Reading {
  return trueIfAny(
    filesOf(facts.report).flatMap(({ item, ref }) =>
      item.annotations.flatMap((annotation, index) =>
        names.includes(annotation) ? [inReport(`${ref}/annotations/${index}`)] : [],
      ),
    ),
  )
}

/** True where the incident type is one of these. A report names one type, which denies no other: else unknown. */
export function incidentTypeIs(facts: Facts, ...types: string[]): Reading {
  const type = facts.report.incident.type
  return type !== undefined && types.includes(type) ? trueIfAny([inReport('/incident/type')]) : isUnknown()
}
