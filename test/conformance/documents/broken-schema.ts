import { type ContractPath, contractPaths, type DocumentRoot, listedValues } from '@opentipline/formats'
import { documentAround, unknownIds } from './build.ts'
import { type BrokenDocument, invalid, parts, reportOf, reported, summary } from './broken.ts'
import { type Element, element, render } from './element.ts'

const version = '2026-08'
const endpoints = { report: 'submit', fileDetails: 'fileinfo' } as const

const around = (path: ContractPath): Element => documentAround({ path }, version, unknownIds)

/** Follows the steps of a path into a made document, and changes what it finds there. */
const changedAt = (root: Element, path: ContractPath, change: (node: Element) => Element[]): Element => {
  const descend = (node: Element, depth: number): Element[] => {
    const step = path.steps[depth]
    if (!step) return change(node)
    const at = node.children.findIndex((child) => child.name === step.name)
    const child = node.children[at]
    if (!child) throw new Error(`The document around ${path.path} does not hold it`)
    return [{ ...node, children: node.children.toSpliced(at, 1, ...descend(child, depth + 1)) }]
  }
  const [changed] = descend(root, 0)
  if (!changed) throw new Error('The root cannot be removed')
  return changed
}

const broken = (root: DocumentRoot, name: string, tree: Element): BrokenDocument =>
  invalid(name, 'schema', render(tree), { endpoint: endpoints[root] })

const below = (root: DocumentRoot): ContractPath[] =>
  contractPaths(root, version).filter((path) => path.steps.length > 0)

/** Something at every place: an unknown element inside it, or text where only elements belong. */
const unknownChildren = (root: DocumentRoot): BrokenDocument[] =>
  contractPaths(root, version).map((path) =>
    broken(
      root,
      `an unknown element in ${path.path}`,
      changedAt(around(path), path, (node) => [
        { ...node, children: [...node.children, element('unknownElement')] },
      ]),
    ),
  )
const unknownAttributes = (root: DocumentRoot): BrokenDocument[] =>
  contractPaths(root, version).map((path) =>
    broken(
      root,
      `an unknown attribute at ${path.path}`,
      changedAt(around(path), path, (node) => [
        { ...node, attributes: { ...node.attributes, unknownAttribute: 'x' } },
      ]),
    ),
  )

const missing = (root: DocumentRoot): BrokenDocument[] =>
  below(root)
    // One member of the choice in internetDetails is required, and taking it away leaves none.
    .filter((path) => path.steps.at(-1)?.min === 1)
    .map((path) =>
      broken(
        root,
        `without ${path.path}`,
        changedAt(around(path), path, () => []),
      ),
    )
const missingAttributes = (root: DocumentRoot): BrokenDocument[] =>
  contractPaths(root, version)
    .filter((path) => path.attributes.some((attribute) => attribute.required))
    .map((path) =>
      broken(
        root,
        `without the attribute that ${path.path} must have`,
        changedAt(around(path), path, (node) => [{ ...node, attributes: {} }]),
      ),
    )

const repeated = (root: DocumentRoot): BrokenDocument[] =>
  below(root)
    .filter((path) => path.steps.at(-1)?.max === 1)
    .map((path) =>
      broken(
        root,
        `${path.path} twice`,
        changedAt(around(path), path, (node) => [node, node]),
      ),
    )

/** A text that no value of the type is, or undefined where every text is one. */
const wrongText = (path: ContractPath): string | undefined => {
  if (path.textType === undefined) return 'text where elements belong'
  if (path.steps.at(-1)?.flag) return 'false'
  if (listedValues(path.textType)) return 'No Such Value'
  return ['xs:string', 'xs:token'].includes(path.textType) ? undefined : 'no such form'
}
const wrongTexts = (root: DocumentRoot): BrokenDocument[] =>
  contractPaths(root, version).flatMap((path) => {
    const text = wrongText(path)
    if (text === undefined) return []
    const tree = changedAt(around(path), path, (node) => [{ ...node, children: [], text }])
    return [broken(root, `"${text}" in ${path.path}`, tree)]
  })

const wrongAttributes = (root: DocumentRoot): BrokenDocument[] =>
  contractPaths(root, version).flatMap((path) =>
    path.attributes
      .filter((attribute) => attribute.type !== 'xs:string')
      .map((attribute) => {
        const tree = documentAround({ path, attribute, value: 'no such form' }, version, unknownIds)
        return broken(root, `"no such form" in ${path.path}/@${attribute.name}`, tree)
      }),
  )

const nodeAt = (root: Element, path: ContractPath): Element | undefined =>
  path.steps.reduce<Element | undefined>(
    (node, step) => node?.children.find((child) => child.name === step.name),
    root,
  )

const parentOf = (path: ContractPath): string => path.path.slice(0, path.path.lastIndexOf('/'))

/** Each element of a sequence set behind the one that follows it. */
const misordered = (root: DocumentRoot): BrokenDocument[] => {
  const all = contractPaths(root, version)
  return all.flatMap((parent) => {
    const inside = all.filter((path) => path.steps.length > 0 && parentOf(path) === parent.path)
    // Flags stand in any order, and of the incidents only one stands at all.
    if (inside.some((path) => path.steps.at(-1)?.flag) || parent.type === 'internetDetails') return []
    return inside.slice(1).flatMap((later, index) => {
      const earlier = inside[index]
      const node = earlier && nodeAt(around(earlier), earlier)
      if (!node || !earlier) return []
      const tree = changedAt(around(later), later, (found) => [found, node])
      return [broken(root, `${earlier.path} behind ${later.path}`, tree)]
    })
  })
}

const everywhere = (root: DocumentRoot): BrokenDocument[] => [
  ...unknownChildren(root),
  ...unknownAttributes(root),
  ...missing(root),
  ...missingAttributes(root),
  ...repeated(root),
  ...wrongTexts(root),
  ...wrongAttributes(root),
  ...misordered(root),
]

const fileDetails = '<fileDetails><reportId>1</reportId><fileId>a</fileId></fileDetails>'
const answer =
  '<reportResponse><responseCode>0</responseCode><responseDescription>x</responseDescription></reportResponse>'
const wrongRoots: BrokenDocument[] = [
  invalid('file details where a report belongs', 'root', fileDetails),
  invalid('a report where file details belong', 'root', reportOf(), { endpoint: 'fileinfo' }),
  invalid('an answer where a report belongs', 'root', answer),
  invalid('a part of a report as root', 'root', summary),
  invalid('an unknown root', 'root', '<html><body/></html>'),
  invalid(
    'a SOAP envelope',
    'root',
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${reportOf()}</e:Body></e:Envelope>`,
  ),
  invalid('the root in another case', 'root', '<Report/>'),
  invalid(
    'a report in a namespace',
    'root',
    reportOf().replace('<report>', '<report xmlns="http://example.com/ns">'),
  ),
  invalid('a report in a namespace by prefix', 'root', '<x:report xmlns:x="http://example.com/ns"/>'),
]

const byHand: BrokenDocument[] = [
  invalid('an empty report', 'schema', '<report/>'),
  invalid('empty file details', 'schema', '<fileDetails/>', { endpoint: 'fileinfo' }),
  invalid(
    'a child in a namespace',
    'schema',
    reportOf({ rest: '<additionalInfo xmlns="http://example.com/ns"/>' }),
  ),
  invalid(
    'xsi:nil',
    'schema',
    reportOf({
      rest: '<additionalInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
    }),
  ),
  invalid(
    'a type that does not exist, by xsi:type',
    'schema',
    reportOf({
      rest: '<additionalInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="none"/>',
    }),
  ),
  invalid(
    'two incidents in one internetDetails',
    'schema',
    reportOf({ details: '<internetDetails><webPageIncident/><emailIncident/></internetDetails>' }),
  ),
  invalid('the reporter before the summary', 'schema', `<report>${parts.reporter}${summary}</report>`),
  invalid(
    'a moment without a time',
    'schema',
    reportOf({
      summary: `<incidentSummary>${parts.type}<incidentDateTime>2024-01-01</incidentDateTime></incidentSummary>`,
    }),
  ),
  invalid(
    'a day that does not exist',
    'schema',
    reportOf({
      summary: `<incidentSummary>${parts.type}<incidentDateTime>2023-02-29T00:00:00Z</incidentDateTime></incidentSummary>`,
    }),
  ),
  invalid(
    'a number too large for its type',
    'schema',
    reported('<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress><port>99999999999</port></ipCaptureEvent>'),
  ),
  invalid(
    'a meme mark and annotations together',
    'schema',
    '<fileDetails><reportId>1</reportId><fileId>a</fileId><potentialMeme>true</potentialMeme><fileAnnotations/></fileDetails>',
    { endpoint: 'fileinfo' },
  ),
  invalid(
    'a second network event of a file',
    'schema',
    `<fileDetails><reportId>1</reportId><fileId>a</fileId>${'<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>'.repeat(2)}</fileDetails>`,
    { endpoint: 'fileinfo' },
  ),
]

/** Documents that break the schema or have the wrong root: all 4100, whatever report or file they name. */
export const schemaBreakingDocuments = (): BrokenDocument[] => [
  ...wrongRoots,
  ...byHand,
  ...everywhere('report'),
  ...everywhere('fileDetails'),
]
