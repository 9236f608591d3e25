import { createDeskClient, type DeskClient } from '@opentipline/client'

/** A desk client that is signed in as a person of the demonstration, and keeps that session's cookies. */
export const signInAs = async (address: string, personId: string): Promise<DeskClient> => {
  const cookies = new Map<string, string>()
  const withCookie: typeof fetch = async (url, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const response = await fetch(url, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined) cookies.set(name, value ?? '')
    }
    return response
  }
  const client = createDeskClient({ baseUrl: address, fetch: withCookie })
  await client.call('signInAsDemoPerson', { body: { personId } })
  return client
}
