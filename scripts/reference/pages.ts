import { openApi } from '@opentipline/contract'
import { readMigrations } from '../../packages/server/src/db/migrate.ts'
import { agenciesPage } from './agencies.ts'
import { commandsPage } from './commands.ts'
import { controlsPage } from './controls.ts'
import { databasePage } from './database.ts'
import { lawPage } from './law.ts'
import { ledgerActionsPage } from './ledger-actions.ts'
import { limitsPage } from './limits.ts'
import { operationsPage, problemsPage } from './operations.ts'
import { policySchema } from './policy-schema.ts'
import { reportingApiPage } from './reporting-api.ts'
import { settingsPage } from './settings.ts'
import { signalsReference } from './signals-reference.ts'

/** Every generated file of docs/reference by its name, as the code says today. */
export const referencePages = async (): Promise<Record<string, string>> => ({
  'agencies.md': agenciesPage(),
  'commands.md': commandsPage(),
  'controls.md': controlsPage(),
  'database.md': databasePage(await readMigrations()),
  'law.md': lawPage(),
  'ledger-actions.md': ledgerActionsPage(),
  'limits.md': limitsPage(),
  'openapi.json': `${JSON.stringify(openApi(), null, 1)}\n`,
  'operations.md': operationsPage(),
  'policy.schema.json': policySchema(),
  'problems.md': problemsPage(),
  'reporting-api.md': reportingApiPage(),
  'settings.md': settingsPage(),
  'signals.md': signalsReference(),
})
