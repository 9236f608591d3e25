import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PostgresFault } from './fault.ts'

/** The user that PostgreSQL runs as when it may not run as we do. */
export type Account = { name: string; uid: number; gid: number }

/** Accounts that may run the server for root, best first. Both are made by the system, with no login. */
const preferred = ['postgres', 'nobody']

/**
 * Whom PostgreSQL must run as: nobody else (`null`) unless we are root, which it refuses.
 * @param passwd the text of /etc/passwd; an account must have an entry there, or initdb refuses it
 */
export const chooseAccount = (ownUid: number | undefined, passwd: string): Account | null => {
  if (ownUid !== 0) return null
  const known = passwd.split('\n').flatMap(accountOf)
  for (const name of preferred) {
    const account = known.find((each) => each.name === name && each.uid !== 0)
    if (account) return account
  }
  throw new PostgresFault(
    'no account',
    'PostgreSQL refuses to run as root, and /etc/passwd has neither a user "postgres" nor "nobody" to run it as. Add one (useradd --system postgres), or start as an ordinary user.',
  )
}

const accountOf = (line: string): Account[] => {
  const [name, , uid, gid] = line.split(':')
  return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
}

/** {@link chooseAccount} for this process on this machine. */
export const ownAccount = (): Account | null => {
  const uid = process.getuid?.()
  return chooseAccount(uid, uid === 0 ? readFileSync('/etc/passwd', 'utf8') : '')
}

/** The options by which a child process is run as the account; its folder is one that everybody may enter. */
export const runAs = (account: Account | null) =>
  account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {}

/**
 * The first folder on the way to `path` that the account may not enter, or null. It is tried, not worked out
 * from mode bits, because access lists and namespaces have their say too.
 */
export const firstBlockedFolder = (path: string, account: Account | null): string | null => {
  if (!account) return null
  const script = 'for folder do test -x "$folder" || { printf %s "$folder"; exit 1; }; done'
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', ...foldersTo(path)], {
    ...runAs(account),
    encoding: 'utf8',
  })
  if (tried.error)
    throw new PostgresFault(
      'no account',
      `Cannot run anything as the user ${account.name}: ${tried.error.message}`,
    )
  return tried.status === 0 ? null : tried.stdout
}

const foldersTo = (path: string): string[] => {
  const parent = dirname(path)
  return parent === path ? [path] : [...foldersTo(parent), path]
}

/** Refuses a folder that the account cannot reach, with what to do about it. */
export const assertReachable = (path: string, account: Account | null): void => {
  const blocked = firstBlockedFolder(resolve(path), account)
  if (account && blocked !== null)
    throw new PostgresFault(
      'not reachable',
      `PostgreSQL refuses to run as root, so it runs as the user "${account.name}", which may not enter ${blocked}. Name a data folder outside it (for example --data /var/lib/opentipline), or start as an ordinary user.`,
    )
}
