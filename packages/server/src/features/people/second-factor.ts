/**
 * What makes a sign-in at an agency's own provider count: its word that the person gave a second factor, as an
 * authentication class (`acr`) or a method (`amr`, RFC 8176); or nothing, where the operator trusts the agency with it.
 */
export type SecondFactor = 'trusted' | { claim: 'acr' | 'amr'; value: string }

/** Values of providers are short words or URIs. */
const form = /^(acr|amr):([\x21-\x7e]{1,200})$/

/** Reads `trusted`, `acr:VALUE` or `amr:VALUE`. @throws Error that says what there is */
export const readSecondFactor = (text: string): SecondFactor => {
  if (text === 'trusted') return text
  const [, claim, value] = form.exec(text) ?? []
  if ((claim !== 'acr' && claim !== 'amr') || value === undefined)
    throw new Error(`A second factor is acr:VALUE, amr:VALUE or trusted, not "${text}".`)
  return { claim, value }
}

/** As it is kept. */
export const printSecondFactor = (factor: SecondFactor): string =>
  factor === 'trusted' ? factor : `${factor.claim}:${factor.value}`

/** Whether verified claims of an ID token say that it was given (OpenID Connect Core 1.0, section 2). */
export const wasGiven = (factor: SecondFactor, claims: Record<string, unknown>): boolean => {
  if (factor === 'trusted') return true
  if (factor.claim === 'acr') return claims.acr === factor.value
  return Array.isArray(claims.amr) && claims.amr.includes(factor.value)
}
