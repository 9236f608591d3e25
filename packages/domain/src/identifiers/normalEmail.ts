const addressMaxLength = 320

/** Host names: two labels or more, each of letters, digits and inner hyphens, the last not all digits. */
const domainShape =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** A domain in lower case and ASCII (IDNA by the URL standard), without a final dot; undefined when it is none. */
export function normalDomain(given: string): string | undefined {
  const lower = given.trim().toLowerCase().replace(/\.$/, '')
  const ascii = /^[\x21-\x7e]*$/.test(lower) ? lower : idnaOf(lower)
  return ascii.length <= 253 && domainShape.test(ascii) ? ascii : undefined
}

function idnaOf(domain: string): string {
  return /[/?#@:\\\s]/.test(domain) || !URL.canParse(`http://${domain}/`)
    ? ''
    : new URL(`http://${domain}/`).hostname
}

/** Gmail documents that dots and what follows a plus do not make another mailbox, and that both domains are one. */
function gmailLocal(local: string): string {
  const [mailbox = ''] = local.split('+')
  return mailbox.replaceAll('.', '')
}

/**
 * The normal form of an e-mail address.
 *
 * Domain: lower case, IDNA. Local part: NFC, lower case. RFC 5321 lets a host tell case apart, but no large one
 * does, and providers store what a user typed. Dots and `+tags` are kept, except at Gmail, which documents that
 * they do not matter: dropping them elsewhere could join two strangers. `mailto:` and angle brackets are removed.
 * Undefined when it is not an address. Never throws.
 */
export function normalEmail(given: string): string | undefined {
  const bare = given
    .trim()
    .replace(/^.*<([^<>]+)>$/s, '$1')
    .replace(/^mailto:/i, '')
    .trim()
  const at = bare.lastIndexOf('@')
  if (at < 1 || bare.length > addressMaxLength) return undefined
  const domain = normalDomain(bare.slice(at + 1))
  const local = bare.slice(0, at).normalize('NFC').toLowerCase().normalize('NFC')
  if (domain === undefined || !/^[^\s@<>(),;:\\"[\]]+$/.test(local) || /^\.|\.\.|\.$/.test(local))
    return undefined
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`
  const mailbox = gmailLocal(local)
  return mailbox === '' ? undefined : `${mailbox}@gmail.com`
}
