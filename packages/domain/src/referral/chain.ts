/**
 * Referral between agencies. A chain is a stack: each agency offers to the next, and stays the owner until that one has
 * accepted. There is one owner at every moment, and at most one open offer.
 */
export type ReferralState = 'offered' | 'accepted' | 'returned' | 'withdrawn'
/** One referral: from the agency that offers to the one that is asked. */
export type ReferralLink = { from: string; to: string; state: ReferralState }
/** `root` is the agency whose tip it was first; links are in the order in which they were offered. */
export type ReferralChain = { root: string; links: readonly ReferralLink[] }
export type ReferralAct =
  | { act: 'offer'; by: string; to: string }
  | { act: 'accept' | 'return' | 'withdraw'; by: string }

/** Those who hold it, from the root to the owner: each accepted it from the one before. */
const holders = ({ root, links }: ReferralChain): string[] => [
  root,
  ...links.filter(({ state }) => state === 'accepted').map(({ to }) => to),
]

/** The one agency whose tip it is. */
export const ownerOf = (chain: ReferralChain): string => holders(chain).at(-1) ?? chain.root

/** The offer that waits for an answer, if there is one. */
export const openOffer = ({ links }: ReferralChain): ReferralLink | undefined =>
  links.find(({ state }) => state === 'offered')

const refusals = {
  notOwner: 'Another agency owns this tip now.',
  offeredAlready: 'It is offered to an agency already.',
  fromThem: 'It came from them: return it instead.',
  notOffered: 'The offer is not open: it was withdrawn, or answered, in the meantime.',
  nothingToReturn:
    'There is nothing to return: it is with another agency, or was taken back in the meantime.',
  withdrawFirst: 'It is offered to another agency. Withdraw that offer first.',
  nothingToWithdraw: 'There is no open offer of it: it was accepted or returned in the meantime.',
} as const

/** Why an act is not possible now, in a sentence for people; undefined when it is. */
export const referralRefusal = (chain: ReferralChain, act: ReferralAct): string | undefined => {
  const offer = openOffer(chain)
  const owns = ownerOf(chain) === act.by
  switch (act.act) {
    case 'offer':
      if (!owns) return refusals.notOwner
      if (offer) return refusals.offeredAlready
      return holders(chain).includes(act.to) ? refusals.fromThem : undefined
    case 'accept':
      return offer?.to === act.by ? undefined : refusals.notOffered
    case 'return':
      if (offer?.to === act.by) return undefined
      if (!owns || act.by === chain.root) return refusals.nothingToReturn
      return offer ? refusals.withdrawFirst : undefined
    case 'withdraw':
      return offer?.from === act.by ? undefined : refusals.nothingToWithdraw
  }
}

/** The chain after an act; the chain itself where the act is not possible. */
export const afterReferral = (chain: ReferralChain, act: ReferralAct): ReferralChain => {
  if (referralRefusal(chain, act) !== undefined) return chain
  if (act.act === 'offer')
    return { ...chain, links: [...chain.links, { from: act.by, to: act.to, state: 'offered' }] }
  const state: ReferralState =
    act.act === 'accept' ? 'accepted' : act.act === 'return' ? 'returned' : 'withdrawn'
  const open = openOffer(chain)
  // What is returned is the offer, or else what its owner accepted last.
  const link = open ?? chain.links.findLast((each) => each.state === 'accepted')
  return { ...chain, links: chain.links.map((each) => (each === link ? { ...each, state } : each)) }
}
