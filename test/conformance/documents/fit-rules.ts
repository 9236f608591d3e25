import { type Element, element } from './element.ts'

/**
 * Makes a document that fits the schema fit the documented rules as well, changing as little as it can. Only
 * what the rules say about two things at once is done here; values already fit theirs.
 */
const childNamed = (node: Element, name: string): Element | undefined =>
  node.children.find((child) => child.name === name)
const withText = (node: Element, name: string, text: string): Element => ({
  ...node,
  children: node.children.map((child) => (child.name === name ? { ...child, text } : child)),
})
const without = (node: Element, names: readonly string[]): Element => ({
  ...node,
  children: node.children.filter((child) => !names.includes(child.name)),
})

const verified = (node: Element): Element =>
  node.attributes.verificationDate === undefined
    ? node
    : { ...node, attributes: inOrder({ ...node.attributes, verified: 'true' }) }

/** The order in which the schema declares the attributes of e-mail and phone. */
const attributeOrder = ['type', 'verified', 'verificationDate', 'countryCallingCode', 'extension']
const inOrder = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).toSorted(([a], [b]) => attributeOrder.indexOf(a) - attributeOrder.indexOf(b)),
  )

const disabledMoments = {
  disabledDate: '2024-01-01T00:00:00Z',
  userNotifiedDate: '2024-01-01T01:00:00+01:00',
  reenabledDate: '2199-01-01T00:00:00Z',
}
const disabled = (node: Element): Element => ({
  ...node,
  attributes: Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [
      name,
      Object.entries(disabledMoments).find(([key]) => key === name)?.[1] ?? value,
    ]),
  ),
})

const location = (node: Element): Element => {
  const country = childNamed(node, 'countryCode')
  if (!country) return { ...node, children: [...node.children, element('countryCode', 'CA')] }
  if (country.text.trim() === '') return withText(node, 'countryCode', 'GB')
  if (country.text !== 'US') return node
  if (!childNamed(node, 'region')) return without(node, ['city'])
  return withText(node, 'region', 'AS')
}

const emailsOf = (root: Element): Element[] =>
  root.children
    .filter((child) => child.name === 'personOrUserReported' || child.name === 'victim')
    .flatMap((party) => party.children.filter((child) => child.name.endsWith('Person')))
    .flatMap((person) => person.children.filter((child) => child.name === 'email'))

const incidentEmails = (node: Element, email: Element | undefined): Element =>
  email === undefined
    ? without({ ...node, children: node.children.map((child) => incidentEmails(child, email)) }, [
        'emailAddress',
      ])
    : {
        ...node,
        text: node.name === 'emailAddress' ? email.text : node.text,
        children: node.children.map((child) => incidentEmails(child, email)),
      }

const report = (root: Element): Element => {
  const persons = root.children.filter((child) => child.name === 'personOrUserReported')
  const children = without(root, ['batchedReport']).children.filter(
    (child) => child.name !== 'personOrUserReported' || child === persons[0],
  )
  const kept = { ...root, children }
  return incidentEmails(kept, emailsOf(kept)[0])
}

/** Two neighbouring `details` of one type say the same as one: the model keeps their entries, not the seam. */
const seams = (root: Element): Element => ({
  ...root,
  children: root.children.filter((child, index) => {
    const before = root.children[index - 1]
    return (
      child.name !== 'details' ||
      before?.name !== 'details' ||
      before.attributes.type !== child.attributes.type
    )
  }),
})

const fileDetails = (root: Element): Element => {
  const viewed = childNamed(root, 'exifViewedByEsp')?.text === 'true'
  const fitting = viewed
    ? childNamed(root, 'fileViewedByEsp')
      ? withText(root, 'fileViewedByEsp', 'true')
      : without(root, ['exifViewedByEsp'])
    : root
  return seams(
    withText(withText(fitting, 'fileRelevance', 'Reported'), 'fileId', 'c0ffee00c0ffee00c0ffee00c0ffee00'),
  )
}

const fits: Readonly<Record<string, (node: Element) => Element>> = {
  email: verified,
  emailAddress: verified,
  phone: verified,
  phoneNumber: verified,
  estimatedLocation: location,
  accountTemporarilyDisabled: disabled,
  accountPermanentlyDisabled: disabled,
  report,
  fileDetails,
}

export const fitRules = (node: Element): Element => {
  const inner = { ...node, children: node.children.map(fitRules) }
  return fits[node.name]?.(inner) ?? inner
}
