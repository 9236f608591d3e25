import { useMutation } from '@tanstack/react-query'
import { exportsEn } from '../../messages/exports.en.ts'
import { exportsEs } from '../../messages/exports.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'
import { withProof } from '../../platform/api.ts'
import { fetchFile, keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

const useWords = wordsOf(exportsEn, exportsEs)
const formats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof formats)[number]

/** Takes what a page shows out as rows, after a fresh proof of who asks. `name` is the file's, without its ending. */
export const Exports = ({ name, urlOf }: { name: string; urlOf: (format: ExportFormat) => string }) => {
  const words = useWords()
  const exported = useMutation({
    mutationFn: (format: ExportFormat) => withProof(() => fetchFile(urlOf(format))),
    onSuccess: (content, format) => keepFile(content, `${name}.${format}`),
  })
  return (
    <div className="cluster no-print">
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={exported.isPending}
          onClick={() => (exported.isPending ? undefined : exported.mutate(format))}
        >
          {words.exportAs(format.toUpperCase())}
        </button>
      ))}
      <span role="status" className="small">
        {exported.isPending ? words.exporting : ''}
        {exported.isSuccess ? words.exported : ''}
      </span>
      {exported.isError ? <ErrorNotice error={exported.error} /> : null}
    </div>
  )
}
