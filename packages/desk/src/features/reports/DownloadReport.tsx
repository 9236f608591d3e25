import { requestFor } from '@opentipline/client/desk'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { withProof } from '../../platform/api.ts'
import { fetchText } from '../../platform/fetchText.ts'
import { keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useSession } from '../people/session.ts'

const fileName = (reportId: string): string => `report-${reportId}.json`

/** The report in the law-enforcement JSON shape, as a file. The export is recorded. */
export const DownloadReport = ({ reportId }: { reportId: string }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const download = useMutation({
    mutationFn: () =>
      withProof(() => fetchText(requestFor('exportReport', { params: { reportId } }, '').url)),
    onSuccess: (text) => keepFile(new Blob([text], { type: 'application/json' }), fileName(reportId)),
  })
  if (!mayEverDo('exportReport', role)) return null
  return (
    <div className="stack-tight no-print">
      <span className="cluster small">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          aria-disabled={download.isPending}
          onClick={() => (download.isPending ? undefined : download.mutate())}
        >
          {t.judging.download}
        </button>
        <span role="status">
          {download.isPending ? t.judging.downloading : ''}
          {download.isSuccess ? t.judging.downloaded(fileName(reportId)) : ''}
        </span>
      </span>
      {download.isError ? <ErrorNotice error={download.error} /> : null}
    </div>
  )
}
