import type { PasskeyCreation, PasskeyRequest } from '@opentipline/contract'
import { Problem } from '../../http/problem.ts'
import type { Site } from '../../platform/site.ts'
import { challengeMs } from './limits.ts'

/** ES256, EdDSA and RS256 (RFC 9053, RFC 8812): between them every authenticator that is sold. */
const algorithms = [-7, -8, -257]

/** @throws Problem not-ready where the deployment's address is one that no passkey can belong to */
const rpIdOf = (site: Site): string => {
  const id = site.rpId()
  if (id === null)
    throw new Problem(
      'not-ready',
      'A passkey belongs to a name and never to an IP number. Open this site by its name; the operator sets it by TIPLINE_PUBLIC_URL.',
    )
  return id
}

export const creationOptions = (
  site: Site,
  person: { personId: string; name: string },
  challenge: string,
  known: readonly string[],
): PasskeyCreation => ({
  rp: { id: rpIdOf(site), name: 'OpenTipline' },
  user: {
    id: Buffer.from(person.personId).toString('base64url'),
    name: person.name,
    displayName: person.name,
  },
  challenge,
  pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
  timeout: challengeMs,
  excludeCredentials: known.map((id) => ({ id, type: 'public-key' })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
})

/** Without `allowed` the person picks among the passkeys that the device has for this site. */
export const requestOptions = (
  site: Site,
  challenge: string,
  allowed?: readonly string[],
): PasskeyRequest => ({
  rpId: rpIdOf(site),
  challenge,
  timeout: challengeMs,
  userVerification: 'required',
  ...(allowed === undefined
    ? {}
    : { allowCredentials: allowed.map((id) => ({ id, type: 'public-key' as const })) }),
})
