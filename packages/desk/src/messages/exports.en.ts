/** The words of taking rows out for a spreadsheet, in English. */
export const exportsEn = {
  exportAs: (format: string) => `Export as ${format}`,
  exporting: 'Exporting…',
  exported: 'The file is there. The export is in the log.',
}
