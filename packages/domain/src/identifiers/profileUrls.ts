import { normalAccount, normalScreenName } from './normalAccount.ts'
import { normalPhone } from './normalPhone.ts'
import { normalUrl } from './normalUrl.ts'

/** What the address of a profile page says about an account. */
export type ProfileAccount = {
  readonly kind: 'account' | 'screenName' | 'payment' | 'phone'
  readonly value: string
}

type Shape = {
  readonly hosts: readonly string[]
  readonly platform: string
  /** Over the path and query; the first group is the account. */
  readonly path: RegExp
  readonly kind: ProfileAccount['kind']
}

/** The public address shapes of profile pages, one row each. A row that reads too much would accuse a stranger. */
const shapes: readonly Shape[] = [
  {
    hosts: ['facebook.com'],
    platform: 'facebook',
    path: /^\/profile\.php\?(?:.*&)?id=(\d+)/,
    kind: 'account',
  },
  { hosts: ['facebook.com'], platform: 'facebook', path: /^\/people\/[^/]+\/(\d+)$/, kind: 'account' },
  { hosts: ['facebook.com'], platform: 'facebook', path: /^\/([A-Za-z0-9.]{5,50})$/, kind: 'screenName' },
  { hosts: ['instagram.com'], platform: 'instagram', path: /^\/([\w.]{1,30})$/, kind: 'screenName' },
  { hosts: ['twitter.com', 'x.com'], platform: 'x', path: /^\/i\/user\/(\d+)$/, kind: 'account' },
  { hosts: ['twitter.com', 'x.com'], platform: 'x', path: /^\/(\w{1,15})$/, kind: 'screenName' },
  { hosts: ['tiktok.com'], platform: 'tiktok', path: /^\/@([\w.]{2,24})$/, kind: 'screenName' },
  { hosts: ['youtube.com'], platform: 'youtube', path: /^\/channel\/(UC[\w-]{22})$/, kind: 'account' },
  { hosts: ['youtube.com'], platform: 'youtube', path: /^\/@([\w.-]{3,30})$/, kind: 'screenName' },
  { hosts: ['reddit.com'], platform: 'reddit', path: /^\/(?:user|u)\/([\w-]{3,20})$/, kind: 'screenName' },
  {
    hosts: ['snapchat.com'],
    platform: 'snapchat',
    path: /^\/(?:add\/|@)([\w.-]{3,15})$/,
    kind: 'screenName',
  },
  {
    hosts: ['t.me', 'telegram.me'],
    platform: 'telegram',
    path: /^\/([A-Za-z]\w{4,31})$/,
    kind: 'screenName',
  },
  {
    hosts: ['discord.com', 'discordapp.com'],
    platform: 'discord',
    path: /^\/users\/(\d{15,21})$/,
    kind: 'account',
  },
  { hosts: ['twitch.tv'], platform: 'twitch', path: /^\/(\w{4,25})$/, kind: 'screenName' },
  { hosts: ['roblox.com'], platform: 'roblox', path: /^\/users\/(\d+)(?:\/profile)?$/, kind: 'account' },
  { hosts: ['kik.me'], platform: 'kik', path: /^\/([\w.]{2,20})$/, kind: 'screenName' },
  { hosts: ['steamcommunity.com'], platform: 'steam', path: /^\/profiles\/(\d{17})$/, kind: 'account' },
  { hosts: ['steamcommunity.com'], platform: 'steam', path: /^\/id\/([\w-]{2,32})$/, kind: 'screenName' },
  { hosts: ['imgur.com'], platform: 'imgur', path: /^\/user\/(\w{2,63})$/, kind: 'screenName' },
  { hosts: ['pinterest.com'], platform: 'pinterest', path: /^\/(\w{3,30})$/, kind: 'screenName' },
  { hosts: ['cash.app'], platform: 'cash-app', path: /^\/\$([A-Za-z]\w{0,19})$/, kind: 'payment' },
  { hosts: ['venmo.com'], platform: 'venmo', path: /^\/(?:u\/)?([\w-]{5,30})$/, kind: 'payment' },
  { hosts: ['paypal.me'], platform: 'paypal', path: /^\/([A-Za-z0-9]{1,20})$/, kind: 'payment' },
  { hosts: ['wa.me'], platform: 'whatsapp', path: /^\/(\d{7,15})$/, kind: 'phone' },
]

/** First path words that are pages of the platform itself and never an account. */
const notAccounts: ReadonlySet<string> = new Set(
  'about account ads api business careers contact developers directory discover download events explore feed groups hashtag help home i jobs legal login logout marketplace messages news notifications p pages policies policy privacy profile profile.php reel reels search settings share shop signup stories support terms tos u user users videos watch'.split(
    ' ',
  ),
)

function accountOf(shape: Shape, found: string): string | undefined {
  switch (shape.kind) {
    case 'account':
      return normalAccount({ provider: shape.platform }, found)
    case 'phone':
      return normalPhone({ number: `+${found}` })
    case 'screenName':
    case 'payment':
      return notAccounts.has(found.toLowerCase())
        ? undefined
        : normalScreenName({ provider: shape.platform }, found)
  }
}

/** The account that a profile page's address names, or undefined when the shape is not a known one. */
export function profileAccount(given: string): ProfileAccount | undefined {
  const value = normalUrl(given)
  if (value === undefined) return undefined
  const url = new URL(value)
  const host = url.hostname.replace(/^(?:www|m|mobile|old|web)\./, '')
  const target = `${url.pathname}${url.search}`
  for (const shape of shapes) {
    const found = shape.hosts.includes(host) ? shape.path.exec(target)?.[1] : undefined
    const account = found === undefined ? undefined : accountOf(shape, found)
    if (account !== undefined) return { kind: shape.kind, value: account }
  }
  return undefined
}
