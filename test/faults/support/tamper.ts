/** Random changes of the ledger's rows, as somebody with every right on the database would make them. */
import type pg from 'pg'

/** Gives how many rows it touched. */
export type Tampering = { what: string; act: (connection: pg.ClientBase) => Promise<number> }

/** mulberry32: the same seed gives the same tampering. */
const randomOf = (seed: number): ((below: number) => number) => {
  let state = (seed + 1) * 0x9e3779b9
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const run =
  (...statements: [text: string, ...values: unknown[]][]): Tampering['act'] =>
  async (connection) => {
    let touched = 0
    for (const [text, ...values] of statements)
      touched += (await connection.query(text, values)).rowCount ?? 0
    return touched
  }

const entryAt = '(select entry_id from ledger_leaf where leaf_index = $1)'
const columns: Record<string, string> = {
  actor: `'person:somebody-else'`,
  acting_for: `'another-agency'`,
  action: `'tip.noted'`,
  object_kind: `'other'`,
  object_id: `'999999'`,
  at: `at + interval '1 microsecond'`,
}

/** A tampering with a log of `size` entries. */
export const anyTampering = (seed: number, size: number): Tampering => {
  const random = randomOf(seed)
  const index = random(size)
  const other = (index + 1 + random(size - 1)) % size
  const column = Object.keys(columns)[random(Object.keys(columns).length)] ?? 'actor'
  const bit = random(800)
  const choices: (() => Tampering)[] = [
    () => ({
      what: `flip bit ${bit} of entry ${index}`,
      act: run([
        `update ledger_entry set canonical = set_bit(canonical, $2::int, 1 - get_bit(canonical, $2::int)) where entry_id = ${entryAt}`,
        index,
        bit,
      ]),
    }),
    () => ({
      what: `flip bit ${bit % 256} of leaf ${index}`,
      act: run([
        'update ledger_leaf set leaf_hash = set_bit(leaf_hash, $2::int, 1 - get_bit(leaf_hash, $2::int)) where leaf_index = $1',
        index,
        bit % 256,
      ]),
    }),
    () => ({
      what: `flip column ${column} of entry ${index}`,
      act: run([`update ledger_entry set ${column} = ${columns[column]} where entry_id = ${entryAt}`, index]),
    }),
    () => ({
      what: `flip column ${column} of what is searched of ${index}`,
      act: run([`update ledger_search set ${column} = ${columns[column]} where leaf_index = $1`, index]),
    }),
    () => ({
      what: `flip bit ${bit % 256} of a checkpoint’s root`,
      act: run([
        'update ledger_checkpoint set root = set_bit(root, $1::int, 1 - get_bit(root, $1::int)) where size = (select max(size) from ledger_checkpoint)',
        bit % 256,
      ]),
    }),
    () => ({
      what: 'forge a checkpoint’s signature',
      act: run([
        "update ledger_checkpoint set note = left(note, -10) || case left(right(note, 10), 1) when 'A' then 'B' else 'A' end || right(note, 9) where size = (select max(size) from ledger_checkpoint)",
      ]),
    }),
    () => ({
      what: `forge node of level 1 and hash the leaves anew at ${index}`,
      act: run(
        [
          `update ledger_entry set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '"outcome":"done"', '"outcome":"failed"'), 'UTF8') where entry_id = ${entryAt}`,
          index,
        ],
        [
          `update ledger_leaf l set leaf_hash = sha256('\\x00'::bytea || e.canonical) from ledger_entry e where e.entry_id = l.entry_id and l.leaf_index = $1`,
          index,
        ],
      ),
    }),
    () => ({
      what: `delete entry ${index}`,
      act: run([`delete from ledger_entry where entry_id = ${entryAt}`, index]),
    }),
    () => ({
      what: `delete entry ${index} with all that names it`,
      act: run(
        [`delete from ledger_entry where entry_id = ${entryAt}`, index],
        ['delete from ledger_search where leaf_index = $1', index],
        ['delete from ledger_leaf where leaf_index = $1', index],
      ),
    }),
    () => ({
      what: `delete entry ${index} and close the gap`,
      act: run(
        ['delete from ledger_search where leaf_index >= $1', index],
        [`delete from ledger_entry where entry_id = ${entryAt}`, index],
        ['create temp table moved on commit drop as select * from ledger_leaf where leaf_index > $1', index],
        ['delete from ledger_leaf where leaf_index >= $1', index],
        ['insert into ledger_leaf select leaf_index - 1, entry_id, leaf_hash from moved'],
        [
          'insert into ledger_search select l.leaf_index, e.at, e.actor, e.acting_for, e.action, e.object_kind, e.object_id from ledger_leaf l join ledger_entry e using (entry_id) where l.leaf_index >= $1',
          index,
        ],
      ),
    }),
    () => ({
      what: `delete what is searched of ${index}`,
      act: run(['delete from ledger_search where leaf_index = $1', index]),
    }),
    () => ({
      what: 'delete the newest checkpoint',
      act: run(['delete from ledger_checkpoint where size = (select max(size) from ledger_checkpoint)']),
    }),
    () => ({
      what: `reorder ${index} and ${other}`,
      act: run(
        [
          'create temp table swapped on commit drop as select * from ledger_leaf where leaf_index in ($1, $2)',
          index,
          other,
        ],
        ['delete from ledger_leaf where leaf_index in ($1, $2)', index, other],
        [
          'insert into ledger_leaf select case leaf_index when $1 then $2 else $1 end, entry_id, leaf_hash from swapped',
          index,
          other,
        ],
      ),
    }),
    () => ({
      what: `truncate after ${index}`,
      act: run(
        ['delete from ledger_search where leaf_index >= $1', index],
        ['delete from ledger_leaf where leaf_index >= $1', index],
        ['delete from ledger_checkpoint where size > $1', index],
      ),
    }),
    () => ({
      what: 'truncate everything',
      act: async (connection) => {
        await connection.query(
          'truncate ledger_entry, ledger_leaf, ledger_node, ledger_search, ledger_pending, ledger_checkpoint, ledger_cosignature',
        )
        return 1
      },
    }),
    () => ({
      what: `replay entry ${index} at the end`,
      act: run(
        [
          `insert into ledger_entry select gen_random_uuid(), at, actor, acting_for, action, object_kind, object_id, canonical from ledger_entry where entry_id = ${entryAt}`,
          index,
        ],
        [
          `insert into ledger_leaf select (select max(leaf_index) + 1 from ledger_leaf), e.entry_id, sha256('\\x00'::bytea || e.canonical)
          from ledger_entry e where not exists (select from ledger_leaf l where l.entry_id = e.entry_id) limit 1`,
        ],
      ),
    }),
    () => ({
      what: `replay entry ${index} over ${other}`,
      act: run([
        `update ledger_entry set canonical = (select canonical from ledger_entry where entry_id = ${entryAt}) where entry_id = (select entry_id from ledger_leaf where leaf_index = $2)`,
        index,
        other,
      ]),
    }),
    () => ({
      what: 'insert an entry that waits for no place',
      act: run([
        `insert into ledger_entry select gen_random_uuid(), at, actor, acting_for, action, object_kind, object_id, canonical from ledger_entry where entry_id = ${entryAt}`,
        index,
      ]),
    }),
  ]
  const choice = choices[seed % choices.length]
  if (!choice) throw new Error('there is no such tampering')
  return choice()
}
