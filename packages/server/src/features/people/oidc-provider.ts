import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { printSecondFactor, readSecondFactor, type SecondFactor } from './second-factor.ts'
import { anonymousDoor } from './sign-in.ts'

const ivBytes = 12
const tagBytes = 16
/** How long the agency's provider may take to say what it is. */
const discoverySeconds = 10

/** Seals a client secret for its agency: AES-256-GCM, so that neither a copy of the database nor a swapped row opens it. */
const seal = (key: Buffer, agencyId: string, secret: string): Buffer => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(agencyId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

const unseal = (key: Buffer, agencyId: string, sealed: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(agencyId))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** @throws Error for what is no https address; plain http is for a provider on this machine alone */
const readAddress = (text: string): URL => {
  const url = URL.parse(text)
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname))
  if (!url || !safe) throw new Error(`The address "${text}" is not an https address.`)
  return url
}

/** A provider on this machine may name addresses of its own: they are held to the same, and get no secret in the clear. */
const fetchSafely: oidc.CustomFetch = (url, { body, ...options }) =>
  fetch(readAddress(url), { ...options, body: body instanceof Uint8Array ? new Uint8Array(body) : body })

/** By the header, which every provider has to take (RFC 6749, 2.3.1); in the body where it says that it takes it only there. */
const tellSecret =
  (secret: string): oidc.ClientAuth =>
  (provider, client, body, headers) => {
    const taken = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = taken.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost
    way(secret)(provider, client, body, headers)
  }

export type OidcSettings = {
  agencyId: string
  issuer: string
  clientId: string
  secret: string
  /** `acr:VALUE`, `amr:VALUE` or `trusted`. */
  secondFactor: string
}

/** Says by which OpenID provider an agency's people sign in. The operator's act; nothing is called by it. */
export const setAgencyOidc = async (
  tx: Transaction,
  key: Buffer,
  wish: OidcSettings,
  now: Date,
): Promise<void> => {
  readAddress(wish.issuer)
  const secondFactor = printSecondFactor(readSecondFactor(wish.secondFactor))
  const [agency] = await tx.prepared('agency-known', 'select 1 from agency where agency_id = $1', [
    wish.agencyId,
  ])
  if (!agency) throw new Error(`There is no agency "${wish.agencyId}".`)
  await tx.prepared(
    'oidc-set',
    `insert into agency_oidc (agency_id, issuer, client_id, secret_sealed, set_at, second_factor) values ($1, $2, $3, $4, $5, $6)
     on conflict (agency_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
       secret_sealed = excluded.secret_sealed, set_at = excluded.set_at, second_factor = excluded.second_factor`,
    [wish.agencyId, wish.issuer, wish.clientId, seal(key, wish.agencyId, wish.secret), now, secondFactor],
  )
  await record(tx, now, {
    action: 'agency.oidc-set',
    object: { kind: 'agency', id: wish.agencyId },
    details: { issuer: wish.issuer, client: wish.clientId, secondFactor },
  })
}

/** The agencies whose people sign in by their own provider. */
export const oidcAgencies = (
  services: Pick<Services, 'database'>,
  source: string,
): Promise<{ agencyId: string; name: string }[]> =>
  services.database.transaction(anonymousDoor(source), async (tx) => {
    const rows = await tx.prepared<{ agency_id: string; name: string }>(
      'oidc-agencies',
      'select agency_id, name from agency_oidc join agency using (agency_id) order by name',
      [],
    )
    return rows.map((row) => ({ agencyId: row.agency_id, name: row.name }))
  })

export type AgencyProvider = { config: oidc.Configuration; secondFactor: SecondFactor }

/** The provider of an agency, asked for what it is. The one outbound call there is, and only where it is configured. */
export const providerOf = async (
  { database, site, log }: Pick<Services, 'database' | 'site' | 'log'>,
  agencyId: string,
  source: string,
): Promise<AgencyProvider> => {
  const row = await database.transaction(anonymousDoor(source), async (tx) => {
    const [found] = await tx.prepared<{
      issuer: string
      client_id: string
      secret_sealed: Buffer
      second_factor: string
    }>(
      'oidc-of',
      'select issuer, client_id, secret_sealed, second_factor from agency_oidc where agency_id = $1',
      [agencyId],
    )
    return found
  })
  if (!row) throw new Problem('conflict', 'This agency has no sign-in of its own here.')
  const issuer = readAddress(row.issuer)
  const secret = unseal(site.key, agencyId, row.secret_sealed)
  const plain = issuer.protocol === 'http:'
  try {
    const config = await oidc.discovery(issuer, row.client_id, undefined, tellSecret(secret), {
      timeout: discoverySeconds,
      [oidc.customFetch]: fetchSafely,
      // The signature of an ID token is looked at too, not only where it came from.
      execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])],
    })
    return { config, secondFactor: readSecondFactor(row.second_factor) }
  } catch (error) {
    log.error({ agency: agencyId }, 'the OpenID provider of an agency cannot be used', error)
    throw new Problem('not-ready', 'Your agency’s sign-in does not answer. Its administrators can say why.')
  }
}
