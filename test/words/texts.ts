/** What a program can say, read from its sources with the compiler's own parser and types. */
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as ast from 'typescript/unstable/ast'
import { API, type Project, type StringLiteralType, type Type, TypeFlags } from 'typescript/unstable/sync'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A text with a sample in each of its holes. `open` are the expressions in them of which no more is known than that they
 * are texts: there stands `sampleText`. `codes` are those of which each value is known: there stands one of them.
 */
export type Said = { text: string; open: string[]; codes: string[] }
/** An expression whose texts cannot be read: they come from elsewhere. */
export type Unread = { unread: string }

export const sampleText = 'Sample 17'
const sampleNumber = '17'

export type Sources = {
  project: Project
  /** By path from the root, with slashes. */
  files: ReadonlyMap<string, ast.SourceFile>
  close(): void
}

/** Parses those files of the project whose path is wanted. */
export const openSources = (wanted: (path: string) => boolean): Sources => {
  const api = new API({ cwd: root })
  const [project] = api.updateSnapshot({ openProjects: [`${root}tsconfig.json`] }).getProjects()
  if (!project) throw new Error('the project cannot be parsed')
  const files = new Map<string, ast.SourceFile>()
  for (const file of project.rootFiles) {
    const path = relative(root, file).replaceAll('\\', '/')
    const parsed = wanted(path) ? project.program.getSourceFile(file) : undefined
    if (parsed) files.set(path, parsed)
  }
  return { project, files, close: () => api.close() }
}

/** A node and all below it. */
export const nodesOf = (node: ast.Node): ast.Node[] => {
  const found = [node]
  node.forEachChild((child) => {
    found.push(...nodesOf(child))
  })
  return found
}

/** The source of a node on one line. */
export const sourceOf = (node: ast.Node): string => node.getText().replaceAll(/\s+/g, ' ')

const said = (text: string): Said => ({ text, open: [], codes: [] })
const isRead = (all: readonly (Said | Unread)[]): all is Said[] => all.every((each) => 'text' in each)

/** The nearest declaration of a name around a place. Imported names have none here. */
const declarationOf = (
  name: ast.Identifier,
): ast.VariableDeclaration | ast.ParameterDeclaration | undefined => {
  for (let around: ast.Node | undefined = name.parent; around; around = around.parent)
    for (const each of declaredIn(around))
      if (ast.isIdentifier(each.name) && each.name.text === name.text) return each
  return undefined
}

const declaredIn = (scope: ast.Node): (ast.VariableDeclaration | ast.ParameterDeclaration)[] => {
  if (ast.isArrowFunction(scope) || ast.isFunctionDeclaration(scope)) return [...scope.parameters]
  if (!ast.isBlock(scope) && !ast.isSourceFile(scope)) return []
  return scope.statements.flatMap((each) =>
    ast.isVariableStatement(each) ? [...each.declarationList.declarations] : [],
  )
}

/** What the calls of a function in its own file give for one of its parameters; none where it has no name or is exported. */
const givenFor = (parameter: ast.ParameterDeclaration): ast.Expression[] => {
  const made = parameter.parent
  if (!ast.isArrowFunction(made) || !ast.isVariableDeclaration(made.parent)) return []
  const { name } = made.parent
  const isExported = made.parent.parent.parent.getText().startsWith('export')
  if (!ast.isIdentifier(name) || isExported) return []
  const index = made.parameters.indexOf(parameter)
  return nodesOf(parameter.getSourceFile()).flatMap((node) => {
    const isCall =
      ast.isCallExpression(node) && ast.isIdentifier(node.expression) && node.expression.text === name.text
    const given = isCall ? node.arguments[index] : undefined
    return given ? [given] : []
  })
}

/** The values of an object that is written out in the same file, where one of them is taken. */
const valuesTaken = (node: ast.ElementAccessExpression): ast.Expression[] => {
  const from = ast.isIdentifier(node.expression) ? declarationOf(node.expression)?.initializer : undefined
  if (!from || !ast.isObjectLiteralExpression(from)) return []
  return from.properties.flatMap((each) => (ast.isPropertyAssignment(each) ? [each.initializer] : []))
}

/** What a name, or a value that is taken of a list, was made of in the same file; none where that cannot be told. */
const originsOf = (node: ast.Expression): ast.Expression[] => {
  if (ast.isBinaryExpression(node) && node.operatorToken.kind === ast.SyntaxKind.QuestionQuestionToken)
    return [node.left, node.right]
  if (ast.isElementAccessExpression(node)) return valuesTaken(node)
  if (!ast.isIdentifier(node)) return []
  const declared = declarationOf(node)
  if (!declared) return []
  if (ast.isParameterDeclaration(declared)) return givenFor(declared)
  return declared.initializer ? [declared.initializer] : []
}

const partsOf = (type: Type): readonly Type[] => (type.isUnionType() ? type.getTypes() : [type])
const absent = TypeFlags.Undefined | TypeFlags.Null

/**
 * Reads what an expression can say, each way it can go. `known` are texts that come from elsewhere, by the expression that
 * stands for them.
 */
export const textsOf = (
  { project }: Sources,
  from: ast.Expression,
  known: Readonly<Record<string, readonly string[]>> = {},
): (Said | Unread)[] => {
  const byType = (node: ast.Expression): (Said | Unread)[] => {
    const type = project.checker.getTypeAtLocation(node)
    const parts = type ? partsOf(type).filter((part) => !(part.flags & absent)) : []
    if (parts.length > 0 && parts.every((part) => part.flags & TypeFlags.NumberLike))
      return [said(sampleNumber)]
    if (parts.length > 0 && parts.every((part) => part.flags & TypeFlags.StringLiteral))
      return parts.map((part) => {
        const { value } = part as StringLiteralType
        return { text: value, open: [], codes: [value] }
      })
    return [{ unread: sourceOf(node) }]
  }
  const read = (node: ast.Expression): (Said | Unread)[] => {
    const elsewhere = known[sourceOf(node)]
    if (elsewhere) return elsewhere.map(said)
    if (ast.isStringLiteral(node) || ast.isNoSubstitutionTemplateLiteral(node)) return [said(node.text)]
    if (ast.isParenthesizedExpression(node) || ast.isAsExpression(node)) return read(node.expression)
    if (ast.isConditionalExpression(node)) return [...read(node.whenTrue), ...read(node.whenFalse)]
    if (ast.isTemplateExpression(node)) return filled(node)
    const typed = byType(node)
    if (isRead(typed)) return typed
    const origins = originsOf(node)
    return origins.length === 0 ? typed : origins.flatMap(read)
  }
  const filled = ({ head, templateSpans }: ast.TemplateExpression): (Said | Unread)[] =>
    templateSpans.reduce<Said[]>(
      (before, { expression, literal }) => {
        const inHole = read(expression)
        const holes = isRead(inHole)
          ? inHole
          : [{ text: sampleText, open: [sourceOf(expression)], codes: [] }]
        return before.flatMap((each) =>
          holes.map((hole) => ({
            text: `${each.text}${hole.text}${literal.text}`,
            open: [...each.open, ...hole.open],
            codes: [...each.codes, ...hole.codes],
          })),
        )
      },
      [said(head.text)],
    )
  return read(from)
}
