export { type LedgerAction, ledgerActions } from './actions.ts'
export { entryRow, type EntryRow, type Happening } from './entry.ts'
export { record, recordAll } from './record.ts'
export { sequenceLedger } from './sequence.ts'
