/** An authenticator in software (W3C Web Authentication, Level 3, sections 6.1 and 6.5): what a passkey's device does, and what a forger might. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type {
  PasskeyAssertion,
  PasskeyCreation,
  PasskeyRegistration,
  PasskeyRequest,
} from '@opentipline/contract'

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

/** CBOR (RFC 8949) of the little that an attestation needs. */
const head = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255])
const cborInt = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value))
const cborBytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value])
const cborText = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)])
const cborMap = (pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

const userPresent = 0x01
const userVerified = 0x04
const attested = 0x40

/** How an answer differs from what an honest device would give. */
export type Forgery = {
  origin?: string
  rpId?: string
  challenge?: string
  /** Without user verification: no finger, no PIN. */
  unverified?: boolean
  /** The counter it tells, instead of the next. */
  counter?: number
  /** Signed by another key. */
  foreignKey?: boolean
}

export type Authenticator = {
  credentialId: string
  register(options: PasskeyCreation, forgery?: Forgery): PasskeyRegistration
  sign(options: PasskeyRequest, forgery?: Forgery): PasskeyAssertion
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** A device with one passkey for the site at `origin`. */
export const newAuthenticator = (origin: string): Authenticator => {
  const id = randomBytes(16)
  const credentialId = id.toString('base64url')
  const { privateKey, publicKey } = newKey()
  let counter = 0
  const clientData = (type: string, challenge: string, forgery: Forgery): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: forgery.challenge ?? challenge,
        origin: forgery.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (rpId: string, flags: number, forgery: Forgery): Buffer => {
    counter = forgery.counter ?? counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const all = flags | userPresent | (forgery.unverified ? 0 : userVerified)
    return Buffer.concat([sha256(forgery.rpId ?? rpId), Buffer.from([all]), count])
  }
  const base = {
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
  } as const
  return {
    credentialId,
    register: (options, forgery = {}) => {
      const length = Buffer.from([0, id.length])
      const data = Buffer.concat([
        authData(options.rp.id, attested, forgery),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ])
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(data)],
      ])
      return {
        ...base,
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, forgery).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
        },
      }
    },
    sign: (options, forgery = {}) => {
      const client = clientData('webauthn.get', options.challenge, forgery)
      const data = authData(options.rpId, 0, forgery)
      const key = forgery.foreignKey ? newKey().privateKey : privateKey
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(key)
      return {
        ...base,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

/** The public key as COSE writes it (RFC 9053, 7.1): EC2, ES256, P-256. */
const coseKey = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}
