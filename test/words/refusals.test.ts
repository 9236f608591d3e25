/**
 * What the server refuses is said in Spanish, too. Its sentences are read in the sources, with samples in their holes: a new one
 * without Spanish words fails here.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { holdKinds } from '@opentipline/contract'
import { holdSentence, refusalEs } from '@opentipline/domain'
import * as ast from 'typescript/unstable/ast'
import { refusalListsEs } from '../../packages/domain/src/words/refusals/refusalEs.ts'
import { schemaRefusalsEs } from '../../packages/domain/src/words/refusals/schemaRefusalsEs.ts'
import { nodesOf, openSources, type Said, sampleText, sourceOf, textsOf, type Unread } from './texts.ts'

const server = 'packages/server/src/'
const domain = 'packages/domain/src/'
const leJson = 'packages/formats/src/le-json/'

/** The Reporting API answers programs of providers, in English and with its own codes; no page of the desk calls it. */
const reportingApi = `${server}features/reporting/`
const isTest = (path: string): boolean => /\.(?:test|fixture)\.ts$/.test(path)
/** Readers of what people write or bring: what they find is shown at its place. */
const readers = [
  `${domain}policy/parse.ts`,
  `${domain}policy/read-yaml.ts`,
  `${domain}law/parse.ts`,
  `${domain}checklists/parse.ts`,
  `${domain}documents/template.ts`,
  `${leJson}parse.ts`,
  `${leJson}decode.ts`,
  `${leJson}import.ts`,
]
/** Where words stand that a refusal of the server carries. */
const lent = {
  legalProcess: `${domain}cases/legal-process.ts`,
  ruleFault: `${domain}agency-rules/rule-fault.ts`,
  gate: `${domain}law/words.ts`,
  tokens: `${domain}yaml/token-limit.ts`,
}

const sources = openSources(
  (path) =>
    (path.startsWith(server) && !path.startsWith(reportingApi) && !isTest(path)) ||
    readers.includes(path) ||
    Object.values(lent).includes(path),
)
after(() => sources.close())

const nodesIn = (path: string): ast.Node[] => {
  const file = sources.files.get(path)
  assert.ok(file, `${path} is not there`)
  return nodesOf(file)
}
const isCall = (node: ast.Node, name: string): node is ast.CallExpression =>
  ast.isCallExpression(node) && ast.isIdentifier(node.expression) && node.expression.text === name
const readTexts = (expression: ast.Expression, known: Record<string, string[]> = {}): string[] =>
  textsOf(sources, expression, known).flatMap((each) => ('text' in each ? [each.text] : []))

const legalProcess = nodesIn(lent.legalProcess).flatMap((node) =>
  isCall(node, 'refused') && node.arguments[0] ? readTexts(node.arguments[0]) : [],
)
const ruleFaults = nodesIn(lent.ruleFault).flatMap((node) =>
  (ast.isStringLiteral(node) || ast.isTemplateExpression(node)) && /\.['`]$/.test(node.getText())
    ? readTexts(node)
    : [],
)
const costly = nodesIn(lent.tokens).flatMap((node) => (ast.isTemplateExpression(node) ? readTexts(node) : []))
const ofGate = {
  court: ['the 7th Circuit', 'the 2d Circuit', 'the D.C. Circuit', `the courts of ${sampleText}`],
  answer: ['no warrant needed', 'warrant needed', 'unsettled'],
}
const gateReasons = nodesIn(lent.gate).flatMap((node) =>
  ast.isPropertyAssignment(node) &&
  ast.isArrowFunction(node.initializer) &&
  !ast.isBlock(node.initializer.body)
    ? readTexts(node.initializer.body, ofGate)
    : [],
)
const kept = holdKinds.flatMap((kind) =>
  [{}, { agency: sampleText }, { agency: sampleText, until: '2026-11-17T00:00:00Z' }].map((more) =>
    holdSentence([
      { kind, stands: true, ...more },
      { kind: 'open tip', stands: true },
    ]),
  ),
)

/** What stands for words from elsewhere, by the file and the expression in it. What readers say is looked at by itself. */
const elsewhere: Readonly<Record<string, Record<string, string[]>>> = {
  [`${server}features/cases/process.ts`]: { 'next.refused.says': legalProcess },
  [`${server}features/agency-rules/set.ts`]: { fault: ruleFaults },
  [`${server}features/files/open.ts`]: { "gate.sentences.join(' ')": gateReasons },
  [`${server}features/files/decide-destruction.ts`]: { 'holdSentence(holds)': kept },
  [`${server}features/files/propose-destruction.ts`]: { 'holdSentence(holds)': kept },
  [`${server}features/law/save.ts`]: { message: [`"${sampleText}" is there already`] },
  [`${server}features/checklists/save.ts`]: { message: [`"${sampleText}" is there already`] },
  [`${domain}policy/read-yaml.ts`]: { costly },
  [`${domain}documents/template.ts`]: { costly },
}

const placesAgain = "at.map((each) => `${each.path} ${each.message}`).join('; ')"
const places = 'the places once more, which the desk tells once (ErrorNotice.test.tsx)'
const schema = 'the schema library: refusalEs.test.ts has its words'
const yaml = 'the YAML library: stays in English'
const sql = 'the functions of the database: they are read below'
/** Texts that are none in the sources, and whose words they are. */
const unreadable: Readonly<Record<string, string>> = {
  [`${server}http/app.ts error.message`]: 'the HTTP library: stays in English',
  [`${server}http/endpoint.ts error.message`]: schema,
  [`${server}http/endpoint.ts ${placesAgain}`]: places,
  [`${server}features/files/propose-destruction.ts ${placesAgain}`]: places,
  [`${server}features/files/record-authority.ts ${placesAgain}`]: places,
  [`${server}http/or-conflict.ts error.message`]: sql,
  [`${server}features/affiliates/enter.ts error.message`]: sql,
  [`${domain}policy/parse.ts worded(error)`]: schema,
  [`${domain}law/parse.ts error.message`]: schema,
  [`${domain}checklists/parse.ts error.message`]: schema,
  [`${domain}documents/template.ts error.message`]: schema,
  [`${domain}documents/template.ts error.message.split('\\n')[0]`]: yaml,
  [`${domain}policy/read-yaml.ts error.message.split('\\n')[0]`]: yaml,
  [`${leJson}parse.ts message`]: 'the calls of `fail` in that file, which are read',
}
/** Lists of places that are made elsewhere: by the readers. */
const listsOfReaders = ['problems', 'read.problems']

/** What stands in a hole as it is: names, numbers, days, and words that somebody else wrote. */
const asTheyAre: Readonly<Record<string, readonly string[]>> = {
  'a name or number': [
    'tipId',
    'name',
    'rule',
    'reason',
    'unknown',
    'wish.signal',
    'wish.network',
    'wish.timeZone',
    'fault.key',
    'next.username',
    'session.membership.agency.name',
    'opened.size_bytes',
  ],
  'a place': ['state', 'areas[unknown]?.state', 'path', 'request.method', 'request.url.slice(0, 200)'],
  'a time': ['day', 'text', 'utcMinute(until)', 'utcMinute(kept.destroyedAt)'],
  'words of the text that was read': [
    'id',
    'to',
    'list',
    'item',
    'list.id',
    'list.instead',
    'block.list',
    'entry.id',
    'ended',
    'because',
    "extra.join(', ')",
  ],
  'words of a checklist, its source, a template': [
    'citation',
    "missing.map(({ citation }) => citation).join('; ')",
    'wordsOf(list, item)',
    "missing .map(({ list, item }) => wordsOf(list, item)) .join('; ')",
    'ask.label',
    "lacking.map((ask) => ask.label).join(', ')",
  ],
  'codes that are sent as they are': ["returnReasons.map(({ code }) => code).join(', ')"],
}
/** Left out in Spanish, where codes would stand. */
const leftOut = "fault.actions.join(' and ')"

const nameOf = (each: ast.ObjectLiteralElementLike): string | undefined =>
  'name' in each && each.name && ast.isIdentifier(each.name) ? each.name.text : undefined

/** The expressions that tell somebody what is wrong: the text of a refusal, or what is said of a place. */
const tellingIn = (node: ast.Node): ast.Expression[] => {
  if (ast.isNewExpression(node) && sourceOf(node.expression) === 'Problem')
    return node.arguments?.[1] ? [node.arguments[1]] : []
  if (isCall(node, 'fail') && node.arguments[1]) return [node.arguments[1]]
  if (!ast.isObjectLiteralExpression(node)) return []
  const named = new Map(node.properties.map((each) => [nameOf(each), each]))
  const message = named.get('message')
  if (!message || !(named.has('path') || named.has('line'))) return []
  if (ast.isPropertyAssignment(message)) return [message.initializer]
  assert.ok(ast.isShorthandPropertyAssignment(message), `Write ${sourceOf(message)} as a property.`)
  assert.ok(ast.isIdentifier(message.name))
  return [message.name]
}

const found: ((Said | Unread) & { path: string })[] = [...sources.files].flatMap(([path, file]) =>
  Object.values(lent).includes(path)
    ? []
    : nodesOf(file).flatMap((node) =>
        tellingIn(node).flatMap((each) =>
          textsOf(sources, each, elsewhere[path]).map((read) => ({ ...read, path })),
        ),
      ),
)
const said = found.flatMap((each) => ('text' in each ? [each] : []))

/** What the functions of the database tell a person, by the code that `or-conflict.ts` passes on. */
const migrations = join(import.meta.dirname, '../..', server, 'db/migrations')
const told = readdirSync(migrations).flatMap((name) =>
  [
    ...readFileSync(join(migrations, name), 'utf8').matchAll(
      /raise exception '((?:[^']|'')*)'[^;]*?errcode = 'TL001'/g,
    ),
  ].map(([, text = '']) => text.replaceAll("''", "'")),
)

/** Words of English that no Spanish sentence has; what is quoted in it is somebody else's. */
const english = /\b(?:the|is|are|of|and|by|with|not|has|have|this|must|there|already|such)\b/i
const count = (text: string, part: string): number => text.split(part).length - 1

/** Asks that a text is ours in Spanish from its beginning to its end, and that it leaves what is in its holes. */
const assertTold = ({ text, open, codes }: Said): void => {
  const parts = refusalEs(text)
  for (const part of parts) assert.ok(part.told, `Not told in Spanish: ${part.text}`)
  const spanish = parts.map((part) => part.text).join(' ')
  assert.notEqual(spanish, text)
  assert.doesNotMatch(spanish.replaceAll(/«[^»]*»|`[^`]*`/g, ''), english)
  const gone = open.includes(leftOut) ? 1 : 0
  assert.equal(count(spanish, sampleText), count(text, sampleText) - gone, `${text}: ${spanish}`)
  for (const code of codes.filter((each) => /\p{L}/u.test(each)))
    assert.doesNotMatch(spanish, new RegExp(String.raw`(?<![\p{L}/«])${code}(?![\p{L}»])`, 'u'), text)
}
/** A text that is nothing but holes has no words of ours. */
const hasWords = ({ text }: Said): boolean => /\p{L}/u.test(text.replaceAll(sampleText, ''))

test('every refusal that a page can show is told in Spanish', () => {
  assert.ok(said.length > 400, `only ${said.length} texts were found`)
  const without: string[] = []
  for (const each of said.filter(hasWords))
    try {
      assertTold(each)
    } catch (error) {
      without.push(`${each.path}: ${error instanceof Error ? error.message : error}`)
    }
  assert.deepEqual(without, [], 'Say these in packages/domain/src/words/refusals.')
})

test('what the functions of the database tell is told in Spanish', () => {
  assert.ok(told.length > 10)
  for (const text of told) assertTold({ text, open: [], codes: [] })
})

test('a refusal whose words are not read here is a known one, and so is what stands in a hole', () => {
  const unread = found.flatMap((each) => ('unread' in each ? [`${each.path} ${each.unread}`] : []))
  assert.deepEqual([...new Set(unread)].toSorted(), Object.keys(unreadable).toSorted())
  const holes = said.flatMap(({ open }) => open)
  assert.deepEqual(
    [...new Set(holes)].toSorted(),
    [...Object.values(asTheyAre).flat(), leftOut].toSorted(),
    'A hole of words of ours needs Spanish words; one of a name stands in the list.',
  )
})

test('places that a refusal names are written beside it, or come from a reader that is read here', () => {
  const lists = [...sources.files].flatMap(([path, file]) =>
    path.startsWith(server)
      ? nodesOf(file).flatMap((node) => {
          const given =
            ast.isNewExpression(node) && sourceOf(node.expression) === 'Problem'
              ? node.arguments?.[2]
              : undefined
          const isHere =
            given && (nodesOf(given).some(ast.isObjectLiteralExpression) || sourceOf(given) === 'at')
          return given && !isHere ? [sourceOf(given)] : []
        })
      : [],
  )
  assert.deepEqual(lists.toSorted(), listsOfReaders)
})

test('each sentence stands in one list, and there is none that nothing says', () => {
  const keys = refusalListsEs.flatMap((list) => Object.keys(list))
  assert.equal(new Set(keys).size, keys.length)
  const texts = [...said.map(({ text }) => text), ...told, ...legalProcess, ...ruleFaults, ...gateReasons]
  const idle = keys.filter((key) => {
    const pattern = key.replaceAll(/[$()*+.?[\\\]^|]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '.+')
    return !texts.some((text) => text === key || new RegExp(`^${pattern}$`, 's').test(text))
  })
  assert.deepEqual(
    idle.filter((key) => !Object.hasOwn(schemaRefusalsEs, key)),
    [],
  )
})

test('a hole in Spanish is one of the English sentence', () => {
  for (const [key, spanish] of refusalListsEs.flatMap((list) => Object.entries(list))) {
    const holes = new Set(key.match(/\{\w+\}/g))
    for (const hole of spanish.match(/\{\w+\}/g) ?? []) assert.ok(holes.has(hole), `${key}: ${hole}`)
  }
})
