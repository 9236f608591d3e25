const urlMaxLength = 2083

/** Query parameters that say how somebody came to a page, not which page it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|igsh|mc_cid|mc_eid|si|ref_src)$/i

/**
 * The normal form of a web address, or undefined when it is none.
 *
 * Scheme `https` (a page answers on both), host in lower case and IDNA, no port when it is the default, no user
 * information (it can hold a password), no fragment, no tracking parameters, no final slash on the path. Path and
 * other parameters keep their case and order: on many platforms they are case-sensitive ids. Never throws.
 */
export function normalUrl(given: string): string | undefined {
  const text = given.trim()
  if (text.length > urlMaxLength || /\s/.test(text)) return undefined
  const absolute =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(?:[/?#]|$)/.test(text) ? text : `https://${text}`
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  return compose(url)
}

function compose(url: URL): string | undefined {
  const query = url.search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=')[0] ?? ''))
    .join('&')
  const host = url.hostname.replace(/\.$/, '')
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  const path = url.pathname.replace(/\/+$/, '')
  const value = `https://${host}${port}${path}${query === '' ? '' : `?${query}`}`
  // A host without a dot is a name inside some network, and every network has its own.
  return value.length <= urlMaxLength && /[.:]/.test(host) ? value : undefined
}
