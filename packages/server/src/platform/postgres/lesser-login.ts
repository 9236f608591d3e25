import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseRoles } from '../../db/actor.ts'
import { withClient } from '../../db/with-client.ts'
import { PostgresFault } from './fault.ts'

type Login = {
  name: string
  rolsuper: boolean
  rolbypassrls: boolean
  rolcreaterole: boolean
  rolinherit: boolean
  owns: boolean
}

/** What a login could do beyond taking the roles of the program, in words; none where it can do nothing more. */
const faultsOf = (login: Login): string[] => [
  ...(login.rolsuper ? ['is a superuser'] : []),
  ...(login.rolbypassrls ? ['bypasses row security'] : []),
  ...(login.rolcreaterole ? ['may make roles'] : []),
  ...(login.owns ? ['owns the tables, or may become who does'] : []),
  ...(login.rolinherit ? ['has the rights of all its roles at once: ALTER ROLE ... NOINHERIT'] : []),
]

/**
 * Makes the login of `url` one that may take the program's roles and do nothing else, as the owner of the schema; so that SQL of
 * somebody else on one of its connections can change no table, no policy and no grant.
 * @throws {PostgresFault} code `not lesser`, with everything the login could do beyond that
 */
export const useLesserLogin = async (ownerUrl: string, url: string): Promise<void> => {
  const { user } = new pg.Client({ connectionString: url })
  await withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Login>(
      `select rolname as name, rolsuper, rolbypassrls, rolcreaterole, rolinherit,
         exists (select from pg_tables where schemaname = 'public' and pg_has_role(rolname, tableowner, 'member')) as owns
       from pg_roles where rolname = $1`,
      [user ?? ''],
    )
    const [login] = rows
    const faults = login ? faultsOf(login) : ['is not there']
    if (faults.length > 0)
      throw new PostgresFault(
        'not lesser',
        `The login "${user}" of DATABASE_URL ${faults.join('; ')}. Beside TIPLINE_DATABASE_OWNER_URL it is to be a login with no rights of its own: CREATE ROLE ... LOGIN NOINHERIT.`,
      )
    for (const role of databaseRoles)
      await owner.query(`grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(login?.name ?? '')}`)
  })
}

/** The login of the embedded database that owns nothing. */
export const lesserUser = 'tipline_app'

/**
 * Makes that login where it is not there yet, with a new password at each start: it is in memory and in `running.json` alone, and one
 * that was seen once is worth nothing after the next start.
 * @returns the password, 192 random bits
 */
export const renewLesserLogin = (ownerUrl: string): Promise<string> =>
  withClient(ownerUrl, async (owner) => {
    const password = randomBytes(24).toString('base64url')
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [lesserUser])
    if (rowCount === 0) await owner.query(`create role ${lesserUser}`)
    await owner.query(`alter role ${lesserUser} login noinherit password ${pg.escapeLiteral(password)}`)
    return password
  })
