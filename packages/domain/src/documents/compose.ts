import type { DocumentBlock, DocumentFact, DocumentModel } from '@opentipline/contract'
import { documentRowsMax, type FactSheet, factLabels, listColumns } from './facts.ts'
import { type DocumentTemplate, isFact, isList, placeholder } from './template.ts'
import { visible } from './visible.ts'

export type Composed = {
  model: DocumentModel
  /** What the template names and the tip does not state, by label. */
  missing: string[]
}

/** What is shown where a fact is not stated. Nothing is ever put in its place. */
const notStated = 'not stated'

type Entered = Readonly<Record<string, string>>

/**
 * Puts facts into a template. Every value of the document is a fact of the sheet or what a person entered for it, word for
 * word; everything else is the template's own words. Pure.
 */
export const composeDocument = (template: DocumentTemplate, sheet: FactSheet, entered: Entered): Composed => {
  const missing = new Set<string>()
  const find = (name: string): { label: string; fact: DocumentFact } => {
    const found = lookUp(template, sheet, entered, name)
    if (found.fact.value === null) missing.add(found.label)
    return found
  }
  const blocks = template.blocks.map((block): DocumentBlock => {
    if ('heading' in block) return { block: 'heading', text: block.heading }
    if ('sign' in block) return { block: 'sign', lines: block.sign }
    if ('text' in block) return paragraph(block.text, find)
    if ('facts' in block)
      return {
        block: 'facts',
        rows: block.facts.map((name) => {
          const { label, fact } = find(name)
          return { label, value: fact.value ?? notStated, stated: fact.value !== null, source: fact.source }
        }),
      }
    return listOf(block, sheet)
  })
  const of = (name: 'tip.number' | 'report.revision' | 'document.date' | 'person.name'): string =>
    sheet.facts[name].value ?? notStated
  return {
    model: {
      title: template.title,
      kind: template.kind,
      authority: template.authority,
      blocks,
      footer: `Made from tip ${of('tip.number')} revision ${of('report.revision')} on ${of('document.date')} by ${of('person.name')}`,
    },
    missing: [...missing],
  }
}

const lookUp = (template: DocumentTemplate, sheet: FactSheet, entered: Entered, name: string) => {
  if (isFact(name)) return { label: factLabels[name], fact: sheet.facts[name] }
  const id = name.replace(/^ask\./, '')
  const label = template.ask?.find((each) => each.id === id)?.label ?? id
  const value = entered[id]?.trim() ?? ''
  const person = sheet.facts['person.name'].value ?? notStated
  const fact: DocumentFact = {
    value: value === '' ? null : visible(value),
    voice: 'recorded',
    source: `entered by ${person} for this document`,
  }
  return { label, fact }
}

const paragraph = (
  text: string,
  find: (name: string) => { label: string; fact: DocumentFact },
): DocumentBlock => {
  const parts: { text: string; fact?: string }[] = []
  const sources: string[] = []
  let from = 0
  for (const match of text.matchAll(placeholder)) {
    const name = (match[1] ?? '').trim()
    const { label, fact } = find(name)
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: fact.value ?? `[${label}: ${notStated}]`, fact: name })
    sources.push(`${label}: ${fact.source}`)
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return { block: 'paragraph', parts, sources: [...new Set(sources)] }
}

const listOf = (block: { list: string; columns?: string[] }, sheet: FactSheet): DocumentBlock => {
  if (!isList(block.list)) throw new Error(`"${block.list}" is no list: the template was not checked`)
  const columns = block.columns ?? [...listColumns[block.list]]
  const rows = sheet.lists[block.list]
  return {
    block: 'list',
    columns,
    rows: rows.slice(0, documentRowsMax).map((row) => ({
      cells: columns.map((name) => row.cells[name] ?? notStated),
      source: row.source,
    })),
    more: Math.max(0, rows.length - documentRowsMax),
  }
}
