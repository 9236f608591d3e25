/** The words of importing reports, in English. */
export const importsEn = {
  title: 'Import reports',
  lead: 'Upload the JSON that your data system gives for a report. It becomes the same kind of tip as any other, marked as imported.',
  choose: 'Choose files',
  drop: 'or drop them here',
  limits:
    'JSON only. The same file twice is one report. Nothing in it is dropped: what is not understood is kept, counted and shown.',
  results: 'Results',
  waiting: 'Waiting',
  sending: 'Sending…',
  created: 'Imported as a new report',
  had: 'Already here; nothing was added',
  refused: 'Refused; nothing was stored',
  unknown: 'Not known whether it arrived. Import it again: the same file twice is one report.',
  unknownFields: (count: number) =>
    count === 0
      ? 'Every field was understood.'
      : count === 1
        ? '1 field was not understood. It is kept.'
        : `${count} fields were not understood. They are kept.`,
  report: (id: string) => `Report ${id}`,
  at: (line: number | undefined, column: number | undefined, path: string | undefined) =>
    [line === undefined ? '' : `line ${line}`, column === undefined ? '' : `column ${column}`, path ?? '']
      .filter(Boolean)
      .join(', '),
  summary: (created: number, had: number, failed: number) =>
    `${created} new, ${had} already here, ${failed} not imported.`,
  visible: 'A new report is judged first, which takes moments. Then it shows in the queue of your agency.',
}
