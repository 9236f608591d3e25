import type { NetworkKind } from '@opentipline/domain'

/** Words in an operator's name that tell what it runs. First match wins; what matches none stays unknown. */
const words: readonly { readonly kind: NetworkKind; readonly pattern: RegExp }[] = [
  {
    kind: 'vpn',
    pattern:
      /\b(?:vpn|nordvpn|expressvpn|mullvad|proton ?ag|surfshark|private internet access|windscribe|cyberghost)\b/i,
  },
  { kind: 'tor', pattern: /\btor (?:exit|project)\b/i },
  { kind: 'relay', pattern: /\b(?:icloud private relay|cloudflare warp)\b/i },
  {
    kind: 'hosting',
    pattern:
      /\b(?:hosting|host|hosted|server|servers|vps|cloud|datacenter|data cent(?:er|re)|colo(?:cation)?|dedicated|ovh|hetzner|digitalocean|linode|akamai|amazon|aws|google|microsoft|azure|oracle|choopa|vultr|constant company|leaseweb|m247|datacamp|contabo|scaleway|alibaba|tencent|fastly|cloudflare|rackspace|quadranet|psychz|clouvider|zenlayer|hostinger|godaddy|ionos)\b/i,
  },
  {
    kind: 'mobile',
    pattern:
      /\b(?:mobile|mobil|wireless|cellular|cellco|celular|m[oó]vil|lte|gsm|t-mobile|telcel|airtel|jio|vodafone)\b/i,
  },
  {
    kind: 'school',
    pattern: /\b(?:university|universidad|college|school|schools|k-?12|academy|education(?:al)?)\b/i,
  },
  {
    kind: 'residential',
    pattern:
      /\b(?:cable|broadband|comcast|charter communications|cox communications|spectrum|frontier communications|centurylink|lumen|windstream|altice|optimum|mediacom|rcn|at&t|verizon|fios|fiber|fibre|telephone|telecom|dsl|residential)\b/i,
  },
]

/** The kind of network an operator's name suggests; `unknown` where it suggests none. */
export const networkKindOf = (operator: string): NetworkKind =>
  words.find(({ pattern }) => pattern.test(operator))?.kind ?? 'unknown'
