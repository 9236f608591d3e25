/**
 * Whose page the address is: the person who was last shown something at it. Kept for as long as the browser's tab lasts, since
 * an agency's own sign-in loads the page anew. It is an opaque identifier, and nothing of a session.
 */
const key = 'tipline.address-of'
/** Where a browser refuses storage it is known as long as the page lasts. */
let ownerHere: string | null = null

const owner = (): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return ownerHere
  }
}

/** Somebody else was here before: what the address shows may be nothing this person may see, and is not what they came for. */
export const isAnothersAddress = (personId: string): boolean => {
  const known = owner()
  return known !== null && known !== personId
}

export const ownAddress = (personId: string): void => {
  ownerHere = personId
  try {
    sessionStorage.setItem(key, personId)
  } catch {
    // It is kept in memory.
  }
}
