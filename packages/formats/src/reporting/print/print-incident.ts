import type { InternetDetail } from '@opentipline/contract'
import { clientElement, nameElement } from '../model/incident-kinds.ts'
import { branch, leaf, leaves } from '../xml/write.ts'
import { printIpCapture } from './print-account.ts'
import { printAddress, printEmail, printPhone } from './print-person.ts'

/** The name and the client of an incident, in the order the schema gives them for its kind. */
const nameAndClient = (detail: InternetDetail): string[] => {
  const name = leaf(nameElement[detail.kind] ?? 'name', detail.name)
  const client = leaf(clientElement[detail.kind] ?? 'client', detail.client)
  return detail.kind === 'chatIm' ? [client, name] : [name, client]
}

/** One `internetDetails`. Fields of another kind print as well, so that the schema refuses them instead of their being lost. */
export const printInternetDetail = (detail: InternetDetail): string =>
  branch('internetDetails', [
    branch(
      `${detail.kind}Incident`,
      [
        leaves('url', detail.urls ?? []),
        ...nameAndClient(detail),
        ...(detail.emails ?? []).map((email) => printEmail('emailAddress', email)),
        leaf('content', detail.content),
        detail.phone ? printPhone('phoneNumber', detail.phone) : '',
        leaf('latitude', detail.latitude),
        leaf('longitude', detail.longitude),
        ...(detail.addresses ?? []).map((address) => printAddress('incidentAddress', address)),
        ...(detail.ipCaptures ?? []).map(printIpCapture),
        leaf('fileNames', detail.fileNames),
        leaves('additionalInfo', detail.additionalInfo),
      ],
      { thirdPartyHostedContent: detail.thirdPartyHostedContent },
    ),
  ])
