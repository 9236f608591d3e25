/** How people write that a name belongs to a platform: `snap: name`, `my insta is name`, `mi kik es name`. */
type PlatformWords = {
  readonly platform: string
  readonly words: readonly string[]
  readonly short: readonly string[]
}

/** `words` may be joined by "is"; `short` ones are ordinary letters too, so they count only before a colon. */
const platforms: readonly PlatformWords[] = [
  { platform: 'snapchat', words: ['snapchat', 'snap'], short: ['sc'] },
  { platform: 'instagram', words: ['instagram', 'insta'], short: ['ig'] },
  { platform: 'kik', words: ['kik'], short: [] },
  { platform: 'discord', words: ['discord'], short: ['dc'] },
  { platform: 'telegram', words: ['telegram'], short: ['tg'] },
  { platform: 'tiktok', words: ['tiktok', 'tik tok'], short: ['tt'] },
  { platform: 'facebook', words: ['facebook'], short: ['fb'] },
  { platform: 'x', words: ['twitter'], short: [] },
  { platform: 'reddit', words: ['reddit'], short: [] },
  { platform: 'roblox', words: ['roblox'], short: [] },
  { platform: 'wickr', words: ['wickr'], short: [] },
  { platform: 'session', words: ['session id'], short: [] },
  { platform: 'skype', words: ['skype'], short: [] },
  { platform: 'twitch', words: ['twitch'], short: [] },
  { platform: 'steam', words: ['steam'], short: [] },
  { platform: 'xbox', words: ['xbox', 'gamertag'], short: [] },
  { platform: 'playstation', words: ['psn', 'playstation'], short: [] },
]

const label = '(?: ?(?:user ?name|user|handle|account|name|id|usuario|cuenta))?'
const name = '@?([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{1,31})(?![\\p{L}\\p{N}_@])'

/** After "is" a name must look like one (a digit, a dot, an underscore or an @), else "my snap is private" is a name. */
const nameAfterIs =
  '(@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{1,31}|(?=[\\p{L}\\p{N}_.-]*[\\d_.][\\p{L}\\p{N}_])[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{1,31})(?![\\p{L}\\p{N}_@])'

const either = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', ' ?')).join('|')

/** One or two patterns a platform; the first group is the name. */
export const platformNames: readonly { readonly platform: string; readonly pattern: RegExp }[] =
  platforms.flatMap(({ platform, words, short }) => [
    {
      platform,
      pattern: new RegExp(
        `(?<![\\w.@/])(?:${either([...words, ...short])})${label}\\s{0,3}[:=]\\s{0,3}${name}`,
        'giu',
      ),
    },
    {
      platform,
      pattern: new RegExp(`(?<![\\w.@/])(?:${either(words)})${label} (?:is|es) ${nameAfterIs}`, 'giu'),
    },
  ])

/** Does a passage name any platform at all? Most do not, and need not be read by every pattern. */
export const namesPlatform: RegExp = new RegExp(
  `(?<![\\w.@/])(?:${either(platforms.flatMap(({ words, short }) => [...words, ...short]))})`,
  'iu',
)
