import type { AgencyRuleList } from '@opentipline/contract'
import { agencyRuleIds, startOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { ruleInForce } from './in-force.ts'
import { type RuleRow, ruleRowsSql, versionView } from './view.ts'

/** Versions of each rule shown at most; the newest. All of them stay in the database and in the log. */
const versionsShownMax = 100

const numbered = `select * from (select n.*, row_number() over (partition by n.rule order by n.version desc) as place
  from (${ruleRowsSql}) n) m where place <= $2 order by rule, version desc`

/** Every rule there is, with what holds at the acting agency and how it came to hold. */
export const listRules = async (tx: Transaction, session: Session): Promise<AgencyRuleList> => {
  const agencyId = session.actor.agencyId
  const rows = await tx.prepared<RuleRow>('rules', numbered, [agencyId, versionsShownMax])
  const rules = agencyRuleIds.map((rule) => {
    const versions = rows.filter((row) => row.rule === rule).map(versionView)
    const standing = versions.find(({ state }) => state === 'in force')
    const start = startOf(rule)
    return {
      rule,
      value: standing?.value ?? copied(start),
      version: standing?.version ?? null,
      start: copied(start),
      versions,
    }
  })
  return { rules, secondPerson: await ruleInForce(tx, agencyId, 'rules-second-person') }
}

const copied = (value: ReturnType<typeof startOf>): boolean | number | string[] =>
  typeof value === 'object' ? [...value] : value
