import type { AssessmentList, PolicyHead, PolicyList } from '@opentipline/contract'

/** A version of a policy, and how often it judged one report. */
export type PastVersion = {
  policy: PolicyHead
  times: number
  /** ISO UTC, of the newest; absent where it never did. */
  lastAt?: string
  /** The tip stands by it now. */
  standing: boolean
}

const keyOf = ({ id, version }: PolicyHead): string => `${id} ${version}`
const usable: readonly string[] = ['activating', 'active', 'past']

/** Every version that can be read: those that judged the report, newest first, then those that never did. */
export const pastVersions = (
  { assessments }: AssessmentList,
  { shipped, own }: PolicyList,
): PastVersion[] => {
  const found = new Map<string, PastVersion>()
  for (const { policy, madeAt, standing } of assessments) {
    const known = found.get(keyOf(policy))
    if (known)
      found.set(keyOf(policy), { ...known, times: known.times + 1, standing: known.standing || standing })
    else found.set(keyOf(policy), { policy, times: 1, lastAt: madeAt, standing })
  }
  const others = [
    ...own
      .filter((each) => usable.includes(each.state))
      .map(
        (each): PolicyHead => ({
          id: each.policyId,
          version: each.version,
          name: each.name ?? each.policyId,
        }),
      ),
    ...shipped.map(({ id, version, name }): PolicyHead => ({ id, version, name })),
  ]
  for (const policy of others)
    if (!found.has(keyOf(policy))) found.set(keyOf(policy), { policy, times: 0, standing: false })
  return [...found.values()]
}
