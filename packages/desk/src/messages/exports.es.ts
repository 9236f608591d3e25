import type { exportsEn } from './exports.en.ts'

/** The words of taking rows out for a spreadsheet, in Spanish. */
export const exportsEs: typeof exportsEn = {
  exportAs: (format) => `Exportar como ${format}`,
  exporting: 'Exportando…',
  exported: 'El archivo está listo. La exportación queda registrada.',
}
