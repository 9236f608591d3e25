/** Makes the ledger refuse entries of one action, so that a test sees what then becomes of the act itself. */
import type { FreshDatabase } from '../../support/database.ts'

/** Puts the means into the test's database, once. */
export const prepareRefusal = async (database: FreshDatabase): Promise<void> => {
  await database.query('create table refused_action (action text primary key)')
  await database.query('grant select on refused_action to public')
  await database.query(`create function refuse_entry() returns trigger language plpgsql as $$
    begin
      if exists (select from refused_action r where r.action = new.action) then
        raise exception 'this entry is refused for a test';
      end if;
      return new;
    end $$`)
  await database.query(
    'create trigger refuse_entry before insert on ledger_entry for each row execute function refuse_entry()',
  )
}

/** Runs `work` while entries of `action` are refused. */
export const whileRefused = async <T>(
  database: FreshDatabase,
  action: string,
  work: () => Promise<T>,
): Promise<T> => {
  await database.query('insert into refused_action values ($1)', [action])
  try {
    return await work()
  } finally {
    await database.query('delete from refused_action')
  }
}
