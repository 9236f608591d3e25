import { type InternetDetail, incidentPlaces } from '@opentipline/contract'
import { childNamed, childrenNamed, type WireNode } from '../xml/tree.ts'
import { clientElement, nameElement } from './incident-kinds.ts'
import { readIpCapture } from './read-account.ts'
import { attributeOf, booleanIn, numberOf, someOf, stated, textOf, textsOf } from './read.ts'
import { readAddress, readEmail, readPhone } from './read-person.ts'

const namedText = (node: WireNode, name: string | undefined): string | undefined =>
  name === undefined ? undefined : textOf(node, name)

/** `INF` and `NaN` are lawful doubles and no coordinates; the report keeps them among its unknown fields. */
const coordinate = (node: WireNode, name: string): number | undefined => {
  const value = numberOf(node, name)
  return value !== undefined && Number.isFinite(value) ? value : undefined
}

/** One `internetDetails` with the one incident inside it. */
export const readInternetDetail = (details: WireNode): InternetDetail => {
  const kind = incidentPlaces.find((place) => childNamed(details, `${place}Incident`))
  if (!kind) throw new Error('internetDetails without an incident: the schema must have refused it')
  const node = childNamed(details, `${kind}Incident`) ?? details
  const phone = childNamed(node, 'phoneNumber')
  return stated({
    kind,
    urls: someOf(textsOf(node, 'url')),
    thirdPartyHostedContent: booleanIn(attributeOf(node, 'thirdPartyHostedContent')),
    emails: someOf(childrenNamed(node, 'emailAddress').map(readEmail)),
    name: namedText(node, nameElement[kind]),
    client: namedText(node, clientElement[kind]),
    content: textOf(node, 'content'),
    phone: phone && readPhone(phone),
    latitude: coordinate(node, 'latitude'),
    longitude: coordinate(node, 'longitude'),
    addresses: someOf(childrenNamed(node, 'incidentAddress').map(readAddress)),
    ipCaptures: someOf(childrenNamed(node, 'ipCaptureEvent').map(readIpCapture)),
    fileNames: textOf(node, 'fileNames'),
    additionalInfo: textsOf(node, 'additionalInfo'),
  })
}
