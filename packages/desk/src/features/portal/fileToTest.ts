/** Files a document under a test credential by the calls of the Reporting API, as the provider's own software does. */

/** What one call answered; `code` and `says` as the Reporting API has them. */
export type Answered = { call: 'submit' | 'finish'; status: number; code: string; says: string }
export type Filed = { answers: Answered[]; reportId?: string; finished: boolean; lost?: 'submit' | 'finish' }

type Wish = { document: string; username: string; password: string }
type Told = { answered: Answered; reportId: string }

const basic = ({ username, password }: Wish): string => {
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}

const call = async (
  name: Answered['call'],
  wish: Wish,
  type: string,
  body: string,
): Promise<Told | undefined> => {
  // The desk's own session stays out of it: the credential alone says who files.
  const response = await globalThis
    .fetch(`/ispws/${name}`, {
      method: 'POST',
      credentials: 'omit',
      headers: { authorization: basic(wish), 'content-type': type },
      body,
    })
    .catch(() => undefined)
  const text = await response?.text().catch(() => undefined)
  if (!response || text === undefined) return undefined
  const xml = new DOMParser().parseFromString(text, 'application/xml')
  const field = (tag: string): string => xml.querySelector(tag)?.textContent ?? ''
  const answered = {
    call: name,
    status: response.status,
    code: field('responseCode') || '–',
    says: field('responseDescription') || '–',
  }
  return { answered, reportId: field('reportId') }
}

/** Submits and finishes. What a call that got no answer did is not known, and is not said to be. */
export const fileToTest = async (wish: Wish): Promise<Filed> => {
  const opened = await call('submit', wish, 'text/xml; charset=utf-8', wish.document)
  if (!opened) return { answers: [], finished: false, lost: 'submit' }
  const { answered, reportId } = opened
  if (answered.code !== '0' || reportId === '') return { answers: [answered], finished: false }
  const form = 'application/x-www-form-urlencoded'
  const closed = await call('finish', wish, form, `id=${encodeURIComponent(reportId)}`)
  if (!closed) return { answers: [answered], reportId, finished: false, lost: 'finish' }
  const answers = [answered, closed.answered]
  return { answers, reportId, finished: closed.answered.code === '0' }
}
