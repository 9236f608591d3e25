/** A signed-in person of the demonstration who calls the JSON API by its paths, with no code of ours between. */
import { cookiesAfter, type TestServer } from '../../support/server.ts'

export type Told = { status: number; body: unknown; text: string }
export type SignedIn = {
  get(path: string): Promise<Told>
  post(path: string, body?: unknown): Promise<Told>
}

export const signedIn = async (
  server: Pick<TestServer, 'address' | 'signIn'>,
  personId: string,
): Promise<SignedIn> => {
  let cookie = await server.signIn(personId)
  const call = async (path: string, init: RequestInit): Promise<Told> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    const answer = await fetch(`${server.address}${path}`, { ...init, headers })
    cookie = cookiesAfter(answer, cookie)
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, text, body: isJson && text !== '' ? JSON.parse(text) : undefined }
  }
  return {
    get: (path) => call(path, {}),
    post: (path, body = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.address },
        body: JSON.stringify(body),
      }),
  }
}

/** What an agency's border is tested with: a report at each of two agencies, linked by the account both name. */
export const people = {
  wisconsin: { id: 'demo-officer-wi', agency: 'wi-wisconsin' },
  washington: { id: 'demo-officer-wa', agency: 'wa-washington' },
  analyst: { id: 'demo-analyst', agency: 'clearinghouse' },
} as const
