import type { OwnReport } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { desk } from '../../platform/api.ts'
import { fetchFile, keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { CodeToCopy } from './CopyText.tsx'
import { usePortalWords } from './words.ts'

const fileName = (reportId: string): string => `receipt-${reportId}.txt`

/** The signed receipt of a report: read, saved, and the command by which anybody verifies it. */
export const Receipt = ({ report }: { report: OwnReport }) => {
  const { report: t } = usePortalWords()
  const { reportId, environment } = report
  const read = useMutation({
    mutationFn: () => desk.call('readOwnReceipt', { params: { reportId }, query: { environment } }),
  })
  const text = read.data?.receipt
  return (
    <Section level={2} id="receipt" title={t.receipt} about={t.receiptAbout}>
      {report.receipt === 'not due' ? <p>{t.notDue}</p> : null}
      {report.receipt === 'not yet' ? <p role="status">{t.notYet}</p> : null}
      {report.receipt === 'ready' && text === undefined ? (
        <p className="cluster">
          <button
            type="button"
            className="usa-button"
            aria-disabled={read.isPending}
            onClick={() => (read.isPending ? undefined : read.mutate())}
          >
            {t.read}
          </button>
          <span role="status">{read.isPending ? t.loading : ''}</span>
        </p>
      ) : null}
      {read.isError ? <ErrorNotice error={read.error} /> : null}
      {text === undefined ? null : <ReadReceipt reportId={reportId} text={text} />}
    </Section>
  )
}

const ReadReceipt = ({ reportId, text }: { reportId: string; text: string }) => {
  const { report: t } = usePortalWords()
  const name = fileName(reportId)
  const save = useMutation({
    mutationFn: async () => keepFile(new Blob([text], { type: 'text/plain' }), name),
  })
  // Fetched once and the same for every receipt: the key that the log is signed with.
  const key = useQuery({
    queryKey: ['ledger key'],
    queryFn: async () => (await (await fetchFile('/ledger/key')).text()).trim(),
    staleTime: Infinity,
  })
  return (
    <div className="stack">
      <pre className="mono receipt" tabIndex={0} role="region" aria-label={name}>
        {text}
      </pre>
      <p className="cluster">
        <button type="button" className="usa-button usa-button--small" onClick={() => save.mutate()}>
          {t.download}
        </button>
        <span role="status">{save.isSuccess ? t.saved(name) : ''}</span>
      </p>
      <p>{t.verifyAbout}</p>
      {key.isError ? <ErrorNotice error={key.error} onRetry={() => void key.refetch()} /> : null}
      {key.data ? (
        <CodeToCopy title={t.verify} code={`npx tipline receipt verify ${name} --key '${key.data}'`} />
      ) : null}
      <p className="small muted">{t.verifyEnds}</p>
    </div>
  )
}
