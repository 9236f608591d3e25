import { agencyOidc } from './agency-oidc.ts'
import { certificateVerify } from './certificate-verify.ts'
import { assess } from './assess.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { exportReport } from './export.ts'
import { importFiles } from './import.ts'
import { lawCheck } from './law-check.ts'
import { lawDuty } from './law-duty.ts'
import { lawList, lawShow } from './law-list.ts'
import { lawOpenFile } from './law-open-file.ts'
import { ledgerCosign } from './ledger-cosign.ts'
import { ledgerExport } from './ledger-export.ts'
import { ledgerVerify } from './ledger-verify.ts'
import { lint } from './lint.ts'
import { personInvite } from './person-invite.ts'
import { policyCheck } from './policy-check.ts'
import { policyCompare } from './policy-compare.ts'
import { policyPreview } from './policy-preview.ts'
import { providerAdd } from './provider-add.ts'
import { providerEngineer } from './provider-engineer.ts'
import { providerLimit } from './provider-limit.ts'
import { providerList } from './provider-list.ts'
import { providerRevoke } from './provider-revoke.ts'
import { providerRotate } from './provider-rotate.ts'
import { receiptVerify } from './receipt-verify.ts'
import { keysRotate } from './keys-rotate.ts'
import { scrub } from './scrub.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'
import { status } from './status.ts'

/** One command: its words, what it does in a line, and the doing. Gives the exit code. */
export type Command = {
  name: string
  usage: string
  about: string
  details?: string
  run(words: string[]): Promise<number>
}

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  start,
  serve,
  personInvite,
  agencyOidc,
  providerAdd,
  providerList,
  providerRotate,
  providerRevoke,
  providerLimit,
  providerEngineer,
  lint,
  assess,
  importFiles,
  exportReport,
  status,
  policyCheck,
  policyCompare,
  policyPreview,
  lawOpenFile,
  lawDuty,
  lawList,
  lawShow,
  lawCheck,
  receiptVerify,
  certificateVerify,
  ledgerExport,
  ledgerVerify,
  ledgerCosign,
  scrub,
  keysRotate,
  doctor,
  demo,
]
