import {
  type PasskeyAssertion,
  type PasskeyCreation,
  type PasskeyRegistration,
  type PasskeyRequest,
} from '@opentipline/contract'

/** Fetched when somebody asks for it: most who sit at a desk are signed in. */
const browserPart = () => import('@simplewebauthn/browser')

/** The person closed the browser's own dialog, or let it run out: nothing happened, and nothing is wrong. */
export class PasskeyCancelled extends Error {
  override readonly name = 'PasskeyCancelled'
}

/** The browser says why it will not, in its own word: no authenticator, or one that has a passkey already. */
export class PasskeyRefused extends Error {
  override readonly name = 'PasskeyRefused'
}

const asOurs = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return new PasskeyCancelled('cancelled', { cause: error })
  return new PasskeyRefused(error.name, { cause: error })
}

/** Lets the person make a passkey. Which device keeps it is theirs to pick. @throws PasskeyCancelled, PasskeyRefused */
export const makePasskey = async (options: PasskeyCreation): Promise<PasskeyRegistration> => {
  try {
    const { startRegistration } = await browserPart()
    const { id, rawId, type, response } = await startRegistration({ optionsJSON: options })
    const { clientDataJSON, attestationObject } = response
    return { id, rawId, type, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} }
  } catch (error) {
    throw asOurs(error)
  }
}

/** Lets the person sign with a passkey of theirs. @throws PasskeyCancelled, PasskeyRefused */
export const signWithPasskey = async (options: PasskeyRequest): Promise<PasskeyAssertion> => {
  try {
    const { startAuthentication } = await browserPart()
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON: options })
    const { clientDataJSON, authenticatorData, signature } = response
    return {
      id,
      rawId,
      type,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    }
  } catch (error) {
    throw asOurs(error)
  }
}
