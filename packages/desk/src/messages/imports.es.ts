/** The words of importing reports, in Spanish. */
import type { Messages } from './en.ts'

export const importsEs: Messages['imports'] = {
  title: 'Importar informes',
  lead: 'Suba el JSON que su sistema de datos da para un informe. Se convierte en un aviso como cualquier otro, marcado como importado.',
  choose: 'Elegir archivos',
  drop: 'o suéltelos aquí',
  limits:
    'Solo JSON. El mismo archivo dos veces es un solo informe. Nada se pierde: lo que no se entiende se guarda, se cuenta y se muestra.',
  results: 'Resultados',
  waiting: 'En espera',
  sending: 'Enviando…',
  created: 'Importado como informe nuevo',
  had: 'Ya estaba; no se añadió nada',
  refused: 'Rechazado; no se guardó nada',
  unknown: 'No se sabe si llegó. Impórtelo otra vez: el mismo archivo dos veces es un solo informe.',
  unknownFields: (count) =>
    count === 0
      ? 'Se entendieron todos los campos.'
      : count === 1
        ? 'No se entendió 1 campo. Se guarda.'
        : `No se entendieron ${count} campos. Se guardan.`,
  report: (id) => `Informe ${id}`,
  at: (line, column, path) =>
    [line === undefined ? '' : `línea ${line}`, column === undefined ? '' : `columna ${column}`, path ?? '']
      .filter(Boolean)
      .join(', '),
  summary: (created, had, failed) => `${created} nuevos, ${had} ya estaban, ${failed} sin importar.`,
  visible:
    'Un informe nuevo primero se valora, lo que lleva un momento. Después aparece en la cola de su agencia.',
}
