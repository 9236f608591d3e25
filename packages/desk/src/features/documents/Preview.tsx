import type { DocumentBlock, DocumentPreview } from '@opentipline/contract'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What a document would hold: its words, the facts in them, where each comes from, and what is missing. */
export const Preview = ({ preview }: { preview: DocumentPreview }) => {
  const { documents: words } = useMessages()
  const { model, missing } = preview
  return (
    <section className="stack" aria-label={words.previewTitle}>
      {missing.length > 0 ? (
        <Notice tone="warn">
          <strong>
            {words.missing}: <span lang="en">{missing.join(', ')}</span>
          </strong>
          <span>{words.missingMore}</span>
        </Notice>
      ) : (
        <Notice tone="good">{words.nothingMissing}</Notice>
      )}
      <div className="document-paper">
        <h4 className="document-title">{words.previewOf(model.title)}</h4>
        <p className="small muted">
          {words.authority}: <span lang="en">{model.authority}</span>
        </p>
        {model.blocks.map((block, at) => (
          // The blocks of one preview never move.
          <Block key={`${at} ${block.block}`} block={block} />
        ))}
        <p className="small muted" lang="en">
          {model.footer}.
        </p>
      </div>
    </section>
  )
}

const Block = ({ block }: { block: DocumentBlock }) => {
  const { documents: words } = useMessages()
  switch (block.block) {
    case 'heading':
      return (
        <h5 className="document-heading" lang="en">
          {block.text}
        </h5>
      )
    case 'paragraph':
      return (
        <Beside sources={block.sources}>
          {block.parts.map(({ text, fact }, at) =>
            fact === undefined ? (
              text
            ) : (
              <b key={`${at} ${fact}`} className="document-fact">
                {text}
              </b>
            ),
          )}
        </Beside>
      )
    case 'facts':
      return block.rows.map(({ label, value, stated, source }) => (
        <Beside key={label} sources={[source]}>
          {label}: <b className={stated ? 'document-fact' : 'document-missing'}>{value}</b>
        </Beside>
      ))
    case 'list':
      return <Rows block={block} />
    case 'sign':
      return (
        <p className="small muted">
          {words.toSign}: <span lang="en">{block.lines.join(', ')}</span>
        </p>
      )
  }
}

/** What is said, with its sources beside it, or under it where there is no room. */
const Beside = ({ sources, children }: { sources: readonly string[]; children: ReactNode }) => (
  <div className="document-row" lang="en">
    <p>{children}</p>
    <p className="document-source">
      {sources.map((source) => (
        <span key={source}>{source}</span>
      ))}
    </p>
  </div>
)

/** A number or an address is kept in one piece; a digest may break anywhere. */
const wrapOf = (cell = ''): string | undefined =>
  cell.split(/[\s-]+/).some((word) => word.length > 24) ? undefined : 'document-cell'

const Rows = ({ block }: { block: Extract<DocumentBlock, { block: 'list' }> }) => {
  const { documents: words } = useMessages()
  const { columns, rows, more } = block
  if (rows.length === 0)
    return (
      <p className="muted">
        <span lang="en">{columns.join(', ')}</span>: {words.noRows}
      </p>
    )
  return (
    <>
      <table className="table captures">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" lang="en">
                {name}
              </th>
            ))}
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, source }, at) => (
            <tr key={`${at} ${source}`}>
              {columns.map((name, column) => (
                <td key={name} className={wrapOf(cells[column])} data-label={name} lang="en">
                  {cells[column]}
                </td>
              ))}
              <td className="document-source" data-label={words.source} lang="en">
                {source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="small">{words.moreRows(more)}</p> : null}
    </>
  )
}
