export type EmailDomainKind = 'public webmail' | 'throw-away' | 'school' | 'government' | 'military' | 'relay'

/** Hosts at which anybody may open a mailbox: the domain tells nothing of the person. */
const webmail: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de mail.com mail.ru yandex.com yandex.ru zoho.com tutanota.com tuta.io fastmail.com hey.com qq.com 163.com 126.com'.split(
    ' ',
  ),
)
/** Mailboxes that exist for minutes. */
const throwAway: ReadonlySet<string> = new Set(
  'mailinator.com guerrillamail.com 10minutemail.com temp-mail.org tempmail.com yopmail.com sharklasers.com trashmail.com getnada.com maildrop.cc dispostable.com'.split(
    ' ',
  ),
)
/** Addresses that forward to one that is kept hidden; the host knows which. */
const relays: ReadonlySet<string> = new Set(
  'privaterelay.appleid.com duck.com mozmail.com simplelogin.com anonaddy.com'.split(' '),
)

/** What a domain is known to be, with the US state where its name carries one (`k12.oh.us`); undefined if unknown. */
export function emailDomainKind(domain: string): { kind: EmailDomainKind; region?: string } | undefined {
  if (webmail.has(domain)) return { kind: 'public webmail' }
  if (throwAway.has(domain)) return { kind: 'throw-away' }
  if (relays.has(domain)) return { kind: 'relay' }
  const local = /\.(k12|state)\.([a-z]{2})\.us$/.exec(domain)
  if (local !== null) {
    return { kind: local[1] === 'k12' ? 'school' : 'government', region: (local[2] ?? '').toUpperCase() }
  }
  if (domain.endsWith('.edu')) return { kind: 'school' }
  if (domain.endsWith('.mil')) return { kind: 'military' }
  return domain.endsWith('.gov') ? { kind: 'government' } : undefined
}
