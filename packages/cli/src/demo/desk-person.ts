import { createDeskClient, type DeskClient } from '@opentipline/client'

/** A desk client that is signed in as a person of the demonstration, and keeps that session's cookie. */
export const signInAs = async (address: string, personId: string): Promise<DeskClient> => {
  let cookie: string | undefined
  const withCookie: typeof fetch = async (url, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookie !== undefined) headers.set('cookie', cookie)
    const response = await fetch(url, { ...init, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  const client = createDeskClient({ baseUrl: address, fetch: withCookie })
  await client.call('signInAsDemoPerson', { body: { personId } })
  return client
}
