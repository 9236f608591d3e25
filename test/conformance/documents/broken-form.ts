import { documentLimits } from '@opentipline/formats'
import { type BrokenDocument, malformed, parts, reportOf, reported } from './broken.ts'
import { latin1, utf16, utf8 } from './element.ts'

const good = reportOf()
const declared = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>${text}`
const accented = reportOf({ rest: '<additionalInfo>caf\u00e9</additionalInfo>' })
const joined = (...chunks: Uint8Array[]): Uint8Array => Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))

const notXml: BrokenDocument[] = [
  malformed('an empty body', 'encoding', ''),
  malformed('white space only', 'well-formed', ' \r\n\t '),
  malformed('a byte order mark only', 'well-formed', Uint8Array.of(0xef, 0xbb, 0xbf)),
  malformed('JSON instead of XML', 'well-formed', '{"report":{}}'),
  malformed('a form instead of XML', 'well-formed', 'id=1'),
  malformed('plain text', 'well-formed', 'Synthetic narrative 17'),
  malformed('a declaration without a document', 'well-formed', '<?xml version="1.0"?>'),
  malformed('a comment without a document', 'well-formed', '<!-- nothing -->'),
  malformed('random bytes', 'encoding', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff)),
]

const notWellFormed: BrokenDocument[] = [
  malformed('a document cut off', 'well-formed', good.slice(0, -4)),
  malformed('a document cut in half', 'well-formed', good.slice(0, good.length / 2)),
  malformed('an end tag missing', 'well-formed', good.replace('</incidentType>', '')),
  malformed('end tags crossed', 'well-formed', '<report><incidentSummary></report></incidentSummary>'),
  malformed('two roots', 'well-formed', good + good),
  malformed('text after the root', 'well-formed', `${good}x`),
  malformed('text before the root', 'well-formed', `x${good}`),
  malformed('a declaration after white space', 'well-formed', ` ${declared('UTF-8', good)}`),
  malformed('two declarations', 'well-formed', declared('UTF-8', declared('UTF-8', good))),
  malformed('a bare ampersand', 'well-formed', reportOf({ rest: '<additionalInfo>a & b</additionalInfo>' })),
  malformed('a bare less-than', 'well-formed', reportOf({ rest: '<additionalInfo>a < b</additionalInfo>' })),
  malformed(
    'an entity nobody declared',
    'well-formed',
    reportOf({ rest: '<additionalInfo>&nbsp;</additionalInfo>' }),
  ),
  malformed(
    'the end of CDATA in text',
    'well-formed',
    reportOf({ rest: '<additionalInfo>]]></additionalInfo>' }),
  ),
  malformed('an attribute twice', 'well-formed', reported('<deviceId a="1" a="2"/>')),
  malformed('an attribute without quotes', 'well-formed', '<report version=1/>'),
  malformed('a prefix nobody declared', 'well-formed', '<x:report/>'),
  malformed(
    'a control character',
    'well-formed',
    reportOf({ rest: '<additionalInfo>\u0001</additionalInfo>' }),
  ),
  malformed(
    'a reference to a control character',
    'well-formed',
    reportOf({ rest: '<additionalInfo>&#1;</additionalInfo>' }),
  ),
  malformed('a reference to NUL', 'well-formed', reportOf({ rest: '<additionalInfo>&#0;</additionalInfo>' })),
  malformed(
    'a reference to a surrogate',
    'well-formed',
    reportOf({ rest: '<additionalInfo>&#xD800;</additionalInfo>' }),
  ),
  malformed('a comment with two hyphens', 'well-formed', `<!-- a -- b -->${good}`),
  malformed('a comment without an end', 'well-formed', `${good}<!-- `),
  malformed(
    'an XML version nobody knows',
    'well-formed',
    good.replace('<report>', '<?xml version="2.0"?><report>'),
  ),
  malformed('a version that is a newer one', 'well-formed', `<?xml version="2.0"?>${good}`),
]

const badBytes: BrokenDocument[] = [
  malformed('a NUL at the end', 'encoding', `${good}\0`),
  malformed('a NUL in a text', 'encoding', good.replace('Sex', 'S\0x')),
  malformed('a NUL and a second document', 'encoding', `${good}\0${good}`),
  malformed('ISO-8859-1 bytes without saying so', 'encoding', latin1(accented)),
  malformed('ISO-8859-1 bytes declared as UTF-8', 'encoding', latin1(declared('UTF-8', accented))),
  malformed('ISO-8859-1 bytes, UTF-8 by header', 'encoding', latin1(accented), {
    contentType: 'text/xml; charset=utf-8',
  }),
  malformed('UTF-8 bytes declared as US-ASCII', 'encoding', declared('US-ASCII', accented)),
  malformed(
    'an overlong UTF-8 sequence',
    'encoding',
    joined(utf8('<report>'), Uint8Array.of(0xc0, 0xaf), utf8('</report>')),
  ),
  malformed(
    'a surrogate in UTF-8',
    'encoding',
    joined(utf8('<report>'), Uint8Array.of(0xed, 0xa0, 0x80), utf8('</report>')),
  ),
  malformed('a UTF-8 sequence cut off', 'encoding', joined(utf8(good), Uint8Array.of(0xe2, 0x82))),
  malformed('UTF-16 without a byte order mark', 'encoding', utf16(good, 'le', false)),
  malformed('UTF-16 big-endian without a byte order mark', 'encoding', utf16(good, 'be', false)),
  malformed('UTF-16 cut within a character', 'encoding', utf16(good, 'le').subarray(0, -1)),
  malformed('UTF-16 with a lone surrogate', 'encoding', utf16(good.replace('Sex', '\ud800'), 'le')),
  malformed('UTF-16 declared as UTF-8', 'encoding', utf16(declared('UTF-8', good), 'le')),
  malformed('UTF-8 declared as UTF-16', 'encoding', declared('UTF-16', good)),
  malformed('a UTF-8 mark and another declaration', 'encoding', `\ufeff${declared('ISO-8859-1', good)}`),
  malformed('UTF-32', 'encoding', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0)),
  malformed('UTF-7', 'encoding', declared('UTF-7', good)),
  malformed('EBCDIC by declaration', 'encoding', declared('IBM037', good)),
  malformed('an encoding nobody knows', 'encoding', declared('x-synthetic', good)),
]

const bomb = (levels: number): string => {
  const entities = Array.from({ length: levels }, (_, i) => {
    const before = i === 0 ? 'x' : `&e${i - 1};`
    return `<!ENTITY e${i} "${before.repeat(10)}">`
  })
  return `<!DOCTYPE report [${entities.join('')}]>`
}
const withInfo = (text: string): string => reportOf({ rest: `<additionalInfo>${text}</additionalInfo>` })

const doctypes: BrokenDocument[] = [
  malformed('a DOCTYPE', 'doctype', `<!DOCTYPE report>${good}`),
  malformed(
    'a DOCTYPE with an external subset',
    'doctype',
    `<!DOCTYPE report SYSTEM "http://example.com/report.dtd">${good}`,
  ),
  malformed(
    'a DOCTYPE with a public id',
    'doctype',
    `<!DOCTYPE report PUBLIC "-//X//Y" "file:///etc/hostname">${good}`,
  ),
  malformed(
    'a DOCTYPE after a comment',
    'doctype',
    `<?xml version="1.0"?><!-- a --><?b c?> <!DOCTYPE report>${good}`,
  ),
  malformed(
    'an external entity',
    'doctype',
    `<!DOCTYPE report [<!ENTITY x SYSTEM "file:///etc/hostname">]>${withInfo('&x;')}`,
  ),
  malformed(
    'an external entity over the network',
    'doctype',
    `<!DOCTYPE report [<!ENTITY x SYSTEM "http://192.0.2.1/x">]>${withInfo('&x;')}`,
  ),
  malformed(
    'an external parameter entity',
    'doctype',
    `<!DOCTYPE report [<!ENTITY % x SYSTEM "http://192.0.2.1/x"> %x;]>${good}`,
  ),
  malformed('an entity bomb', 'doctype', `${bomb(12)}${withInfo('&e11;')}`),
  malformed('an entity bomb in an attribute', 'doctype', `${bomb(12)}<report a="&e11;"/>`),
  malformed(
    'one large entity used often',
    'doctype',
    `<!DOCTYPE report [<!ENTITY a "${'x'.repeat(50_000)}">]>${withInfo('&a;'.repeat(5_000))}`,
  ),
  malformed('a DOCTYPE in UTF-16', 'doctype', utf16(`<!DOCTYPE report>${good}`, 'be')),
  malformed(
    'an entity that contains itself',
    'doctype',
    `<!DOCTYPE report [<!ENTITY a "&a;">]>${withInfo('&a;')}`,
  ),
  malformed('a DOCTYPE in lower case', 'well-formed', `<!doctype report>${good}`),
  malformed('a DOCTYPE after the root', 'doctype', `${good}<!DOCTYPE report>`),
]

const { depthMax, elementsMax, attributesMax, instructionsMax, sectionsMax, sizeBytesMax } = documentLimits
const attributes = Array.from({ length: attributesMax + 1 }, (_, i) => ` a${i}="1"`).join('')
const overLimits: BrokenDocument[] = [
  malformed('nesting over the limit', 'depth', `${'<a>'.repeat(depthMax + 1)}${'</a>'.repeat(depthMax + 1)}`),
  malformed('nesting without an end', 'depth', '<a>'.repeat(100_000)),
  malformed('attributes over the limit', 'attribute-count', `<report${attributes}/>`),
  malformed('elements over the limit', 'element-count', `<report>${'<a/>'.repeat(elementsMax)}</report>`),
  malformed('comments over the limit', 'section-count', `${'<!---->'.repeat(sectionsMax + 1)}${good}`),
  malformed(
    'instructions over the limit',
    'instruction-count',
    `${'<?a?>'.repeat(instructionsMax + 1)}${good}`,
  ),
  malformed('bytes over the limit', 'size', withInfo('x'.repeat(sizeBytesMax))),
]

/** The same form is asked of file details. */
const details: BrokenDocument[] = [
  malformed('file details cut off', 'well-formed', '<fileDetails><reportId>1', { endpoint: 'fileinfo' }),
  malformed('no file details at all', 'encoding', '', { endpoint: 'fileinfo' }),
  malformed('file details with a DOCTYPE', 'doctype', '<!DOCTYPE fileDetails><fileDetails/>', {
    endpoint: 'fileinfo',
  }),
  malformed('file details with a NUL', 'encoding', '<fileDetails>\0</fileDetails>', { endpoint: 'fileinfo' }),
]

/** Documents that cannot be read as XML, or are not taken as such: all 4110. */
export const malformedDocuments: readonly BrokenDocument[] = [
  ...notXml,
  ...notWellFormed,
  ...badBytes,
  ...doctypes,
  ...overLimits,
  ...details,
]

/** Unusual, and to be taken all the same. */
export const unusualDocuments: readonly { name: string; bytes: Uint8Array; contentType?: string }[] = [
  { name: 'without a declaration', bytes: utf8(good) },
  { name: 'with a UTF-8 byte order mark', bytes: utf8(`\ufeff${good}`) },
  { name: 'with a mark and a declaration', bytes: utf8(`\ufeff${declared('utf-8', accented)}`) },
  { name: 'UTF-16 little-endian with a mark', bytes: utf16(declared('UTF-16', accented), 'le') },
  { name: 'UTF-16 big-endian with a mark', bytes: utf16(accented, 'be') },
  { name: 'declared ISO-8859-1', bytes: latin1(declared('ISO-8859-1', accented)) },
  {
    name: 'UTF-8 under a header that says otherwise',
    bytes: utf8(accented),
    contentType: 'text/xml; charset=ISO-8859-1',
  },
  {
    name: 'declared ISO-8859-1 under a header that says UTF-8',
    bytes: latin1(declared('ISO-8859-1', accented)),
    contentType: 'text/xml; charset=utf-8',
  },
  {
    name: 'ISO-8859-1 by header alone',
    bytes: latin1(accented),
    contentType: 'text/xml; charset=ISO-8859-1',
  },
  { name: 'as application/xml', bytes: utf8(good), contentType: 'application/xml' },
  { name: 'as text/plain', bytes: utf8(accented), contentType: 'text/plain;charset=UTF-8' },
  { name: 'carriage returns and line feeds', bytes: utf8(good.replaceAll('><', '>\r\n<')) },
  {
    name: 'comments, CDATA and instructions',
    bytes: utf8(`<!-- a --><?b c?>${withInfo('x<![CDATA[<&]]>y<?d e?><!-- f -->')}<!-- g -->\n`),
  },
  {
    name: 'the word DOCTYPE in a comment and in CDATA',
    bytes: utf8(`<!-- <!DOCTYPE a> -->${withInfo('<![CDATA[<!DOCTYPE a>]]>')}`),
  },
  {
    name: 'a schema location, which is never fetched',
    bytes: utf8(
      good.replace(
        '<report>',
        '<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://192.0.2.1/report.xsd">',
      ),
    ),
  },
  { name: 'a text of two megabytes', bytes: utf8(withInfo('Synthetic narrative 17. '.repeat(87_000))) },
  { name: 'a line feed at the end', bytes: utf8(`${declared('UTF-8', good)}\n`) },
  {
    name: 'flags empty and written out',
    bytes: utf8(
      reportOf({
        summary: `<incidentSummary>${parts.type}<reportAnnotations><spam/><sextortion>true</sextortion></reportAnnotations>${parts.time}</incidentSummary>`,
      }),
    ),
  },
  {
    name: 'blank optional elements',
    bytes: utf8(
      reportOf({
        details: '<internetDetails><webPageIncident><url/></webPageIncident></internetDetails>',
        rest: '<personOrUserReported><espService/><profileUrl/></personOrUserReported><additionalInfo/>',
      }),
    ),
  },
  {
    name: 'a report with next to nothing in it',
    bytes: utf8(reportOf({ reporter: '<reporter><reportingPerson/></reporter>' })),
  },
]
