/** What must hold of the second lock, whatever tables there are: the rules that a mutated policy breaks. */
import type pg from 'pg'
import {
  hasImports,
  isGranted,
  type Outcome,
  rightful,
  strangers,
  tryBlindUpdate,
  tryInsertWith,
  trySelectWhere,
  tryVerb,
  type Verb,
} from './probe.ts'

const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete']

/** Everybody may append to the ledger, in the name of whoever acts: nothing in it can be taken back or read by that. */
const openInserts = new Set(['ledger_entry'])

type Cell = { table: string; verb: Verb; outcomes: Map<string, Outcome>; granted: Set<string> }

/** Named expectations for tables where more than one policy lets somebody in: each is one policy's own work. */
const own: [who: string, verb: Verb, table: string, wanted: Outcome, imported?: true][] = [
  ['agency', 'select', 'report', 'some'],
  ['agency', 'select', 'report', 'some', true],
  ['agency', 'select', 'session', 'some'],
  ['administrator', 'select', 'session', 'some'],
  ['clearinghouse', 'select', 'session', 'none'],
  ['agency', 'select', 'passkey', 'some'],
  ['administrator', 'select', 'passkey', 'some'],
  ['agency', 'select', 'invitation', 'none'],
  ['administrator', 'insert', 'access_change', 'some'],
  ['agency', 'insert', 'access_change', 'refused'],
  ['agency', 'insert', 'report', 'some', true],
  ['agency', 'insert', 'report', 'refused'],
  ['agency', 'update', 'report', 'some', true],
  ['agency', 'update', 'report', 'none'],
  ['agency', 'insert', 'document', 'some', true],
  ['agency', 'insert', 'report_revision', 'some', true],
  ['agency', 'insert', 'work', 'some', true],
  ['agency', 'insert', 'work', 'refused'],
  ['agency', 'select', 'work', 'some', true],
  ['agency', 'update', 'work', 'some', true],
  ['agency', 'update', 'work', 'none'],
  ['agency', 'update', 'decision', 'some'],
  ['colleague', 'update', 'decision', 'some'],
  ['colleague', 'insert', 'countersignature', 'some'],
  ['agency', 'insert', 'countersignature', 'refused'],
  ['clearinghouse', 'update', 'work', 'some'],
  ['clearinghouse', 'insert', 'work', 'refused'],
  ['clearinghouse', 'select', 'tip', 'some'],
  ['clearinghouse', 'update', 'tip', 'none'],
  ['clearinghouse', 'select', 'decision', 'none'],
  ['clearinghouse', 'insert', 'decision', 'refused'],
  ['clearinghouse', 'select', 'note', 'none'],
  ['clearinghouse', 'select', 'unrouted', 'some'],
  ['agency', 'select', 'unrouted', 'none'],
  ['agency', 'select', 'ledger_entry', 'some'],
  ['auditor of all', 'select', 'ledger_entry', 'some'],
  ['auditor of all', 'select', 'ledger_search', 'some'],
  ['auditor of the agency', 'select', 'ledger_entry', 'some'],
  ['auditor of the agency', 'select', 'ledger_search', 'some'],
  ['auditor of all', 'select', 'ledger_review', 'some'],
  ['auditor of the agency', 'select', 'ledger_review', 'some'],
  ['auditor of the agency', 'insert', 'ledger_review', 'some'],
  ['clearinghouse', 'select', 'ledger_review', 'none'],
  ['clearinghouse', 'select', 'ledger_entry', 'none'],
  ['provider', 'select', 'ledger_entry', 'some'],
  ['sequencer', 'select', 'ledger_entry', 'some'],
  ['provider', 'insert', 'work', 'some'],
  ['agency', 'select', 'incident', 'some'],
  ['agency', 'update', 'incident', 'none'],
  ['clearinghouse', 'select', 'incident', 'some'],
  ['clearinghouse', 'update', 'incident', 'some'],
  ['operator of the machine', 'select', 'incident', 'some'],
  ['operator of the machine', 'select', 'file', 'none'],
  ['operator of the machine', 'select', 'scrub_orphan', 'some'],
  ['agency', 'select', 'scrub_orphan', 'none'],
  ['clearinghouse', 'select', 'file_authority', 'none'],
  ['clearinghouse', 'select', 'file_opening', 'none'],
  ['clearinghouse', 'select', 'viewing_preference', 'none'],
  ['clearinghouse', 'select', 'own_settings', 'none'],
  ['keeper', 'select', 'file', 'some'],
  ['keeper', 'select', 'incident', 'some'],
  ['keeper', 'insert', 'incident', 'some'],
  ['gate', 'select', 'file_opening', 'some'],
  ['agency', 'select', 'outcome', 'some'],
  ['agency', 'update', 'outcome', 'some'],
  ['clearinghouse', 'select', 'outcome', 'some'],
  ['clearinghouse', 'update', 'outcome', 'none'],
  ['clearinghouse', 'select', 'case_file', 'none'],
  // A provider's calls get at no credential, and its engineer at those of the provider.
  ['provider', 'select', 'provider_credential', 'none'],
  ['provider', 'update', 'provider_credential', 'none'],
  ['engineer', 'select', 'provider_credential', 'some'],
  ['engineer', 'update', 'provider_credential', 'some'],
  ['engineer', 'select', 'report', 'some'],
  ['engineer at the desk', 'select', 'report', 'none'],
  ['agency', 'select', 'provider_person', 'none'],
]

/** Columns that take the acting person's own name and nobody else's, by a policy. */
const namedByThemselves: [table: string, column: string][] = [
  ['officer_record', 'withdrawn_by'],
  ['link_verdict', 'undone_by'],
  ['tip_lease', 'person_id'],
  ['file_destruction', 'decided_by'],
  ['clock_entry', 'ended_by'],
  ['log_window', 'ended_by'],
  ['agency_time', 'ended_by'],
  ['document_template', 'dropped_by'],
  ['outcome', 'withdrawn_by'],
  ['sample_item', 'reader_id'],
  ['affiliate_entry', 'ended_by'],
  ['tip_assignment', 'assigned_by'],
]

/** Every breach of the rules in the database as it is. `tables` are the guarded ones; each has the seeded rows. */
export const breaches = async (db: pg.ClientBase, tables: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const table of tables)
    for (const verb of verbs) found.push(...breachesOf(await cellOf(db, table, verb)))
  for (const table of tables)
    for (const context of strangers)
      if ((await tryBlindUpdate(db, context, table)) === 'some')
        found.push(`${context.name} can update ${table} without seeing it`)
  const agency = rightful.find((each) => each.name === 'agency')
  for (const [table, column] of namedByThemselves)
    if (agency && (await tryBlindUpdate(db, agency, table, 'somebody else', column)) === 'some')
      found.push(`a person can put another name into ${table}.${column}`)
  // In one's own name, so that the trigger, which asks for that, is not what refuses it.
  if (agency && (await tryInsertWith(db, agency, 'access_change', 'asked_by', 'officer')) === 'some')
    found.push('an officer can ask for another role for themselves')
  if (agency && (await trySelectWhere(db, agency, 'link_verdict', `agency_id = 'clearinghouse'`)) !== 'some')
    found.push('an agency does not see what the clearinghouse said of a link between two of its reports')
  const keeper = rightful.find((each) => each.name === 'keeper')
  if (keeper && (await tryInsertWith(db, keeper, 'incident', 'resolved_at', 'now')) === 'some')
    found.push('the keeper can write an incident that is closed already')
  for (const [who, verb, table, wanted, imported] of own) {
    const context = rightful.find((each) => each.name === who)
    if (!context) throw new Error(`nobody is called ${who}`)
    const outcome = await tryVerb(db, context, { table, imported: imported === true }, verb)
    if (outcome !== wanted)
      found.push(
        `${who}: ${verb} ${table}${imported ? ' (imported)' : ''} gives ${outcome} and not ${wanted}`,
      )
  }
  return found
}

const cellOf = async (db: pg.ClientBase, table: string, verb: Verb): Promise<Cell> => {
  const outcomes = new Map<string, Outcome>()
  const granted = new Set<string>()
  for (const context of [...rightful, ...strangers]) {
    if (!(await isGranted(db, table, context.role, verb))) continue
    granted.add(context.role)
    let outcome = await tryVerb(db, context, { table, imported: false }, verb)
    if (outcome !== 'some' && hasImports(table))
      outcome = await tryVerb(db, context, { table, imported: true }, verb)
    outcomes.set(context.name, outcome)
  }
  return { table, verb, outcomes, granted }
}

const breachesOf = ({ table, verb, outcomes, granted }: Cell): string[] => {
  const found: string[] = []
  for (const { name } of strangers)
    if (outcomes.get(name) === 'some' && !(verb === 'insert' && openInserts.has(table)))
      found.push(`${name} can ${verb} ${table}`)
  // A grant that nobody of the role can use is a policy that is missing.
  for (const role of granted)
    if (!rightful.some((each) => each.role === role && outcomes.get(each.name) === 'some'))
      found.push(`${role} may ${verb} ${table} and gets at nothing`)
  for (const auditor of ['auditor of all', 'auditor of the agency'])
    if (outcomes.get(auditor) === 'some' && !table.startsWith('ledger_'))
      found.push(`${auditor} can ${verb} ${table}`)
  return found
}
