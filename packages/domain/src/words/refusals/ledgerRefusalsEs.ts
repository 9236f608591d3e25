import type { Refusals } from './readRefusals.ts'

/** The log, its verification and what of it is signed. */
export const ledgerRefusalsEs: Refusals = {
  'There is no such verification here.': 'Aquí no existe esa verificación.',
  'The signed log has {count} entries.': 'El registro firmado tiene {count} entradas.',
  'The first checkpoint has not been signed yet.': 'Aún no se ha firmado el primer punto del registro.',
  'No checkpoint of that size was signed.': 'No se firmó ningún punto de ese tamaño.',
  'The newest checkpoint covers no such tile.': 'El punto firmado más nuevo no cubre esa parte del árbol.',
}
