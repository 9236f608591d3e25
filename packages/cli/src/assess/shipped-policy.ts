import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The policy that every agency begins with. */
const standardPolicyId = 'icac-standards'

const policiesDir = join(import.meta.dirname, '../../../../data/policies')

/** The file of a policy: what is named if there is such a file, else the shipped one of that id; the standard one by default. */
export const policyFile = (named: string | undefined): string => {
  const shipped = join(policiesDir, `${named ?? standardPolicyId}.yaml`)
  if (named === undefined) return shipped
  const isId = /^[a-z0-9-]+$/.test(named) && !existsSync(named) && existsSync(shipped)
  return isId ? shipped : named
}
