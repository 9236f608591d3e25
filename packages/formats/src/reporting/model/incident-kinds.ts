import type { InternetDetail } from '@opentipline/contract'

type Kind = InternetDetail['kind']

/** The element that carries the incident's name (group, room, game, place) and its client, by kind. */
export const nameElement: Partial<Record<Kind, string>> = {
  newsgroup: 'name',
  chatIm: 'chatRoomName',
  onlineGaming: 'gameName',
  nonInternet: 'locationName',
}
export const clientElement: Partial<Record<Kind, string>> = {
  chatIm: 'chatClient',
  onlineGaming: 'console',
  peer2peer: 'client',
}
