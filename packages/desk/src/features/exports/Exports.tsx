import { type SheetFormat, sheetFormats, type SheetLanguage } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { exportsEn } from '../../messages/exports.en.ts'
import { exportsEs } from '../../messages/exports.es.ts'
import { useShownLanguage } from '../../messages/messages.tsx'
import { wordsOf } from '../../messages/wordsOf.ts'
import { withProof } from '../../platform/api.ts'
import { fetchFile, keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

const useWords = wordsOf(exportsEn, exportsEs)

export type ExportAs = { format: SheetFormat; language: SheetLanguage }

type Props = { name: string; urlOf: (as: ExportAs) => string }

/**
 * Takes what a page shows out as rows, after a fresh proof of who asks, in the language that is shown. `name` is the file's, without
 * its ending.
 */
export const Exports = ({ name, urlOf }: Props) => {
  const words = useWords()
  const language = useShownLanguage() === 'es' ? 'es' : 'en'
  const exported = useMutation({
    mutationFn: (format: SheetFormat) => withProof(() => fetchFile(urlOf({ format, language }))),
    onSuccess: (content, format) => keepFile(content, `${name}.${format}`),
  })
  return (
    <div className="cluster no-print">
      {sheetFormats.map((format) => (
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
