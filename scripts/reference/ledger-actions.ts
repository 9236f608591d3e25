import { ledgerActions } from '../../packages/server/src/features/ledger/index.ts'
import { page, table } from './markdown.ts'

/** What each action means. A record by action, so that a new one cannot be left out. */
const meanings: Record<(typeof ledgerActions)[number], string> = {
  'provider.added': 'An operator made a provider.',
  'credential.added': 'An operator made an API credential.',
  'report.submitted': 'A provider opened a report; the digest of the document is in the entry.',
  'report.file-uploaded': 'A provider added a file; its SHA-256 and size are in the entry.',
  'report.file-described': 'A provider described a file.',
  'report.finished': 'A provider completed the report.',
  'report.retracted': 'A provider took an unfinished report back.',
  'report.expired': 'An unfinished report lapsed.',
  'report.imported': 'An agency imported a document.',
  'report.amended': 'A later document with the same number came in.',
  'report.exported': 'A report was given out as law-enforcement JSON.',
  'report.assessed': 'A report was assessed under a policy version.',
  'report.unrouted': 'No place names an agency; the clearinghouse sees it.',
  'report.stuck': 'A stage failed at the last try; a person can retry it.',
  'report.retried': 'A person retried a stuck report.',
  'report.routed-by-hand': 'The clearinghouse made an unrouted report available to an agency.',
  'tip.made-available': 'A report was made available to an agency.',
  'tip.read': 'A person opened a tip.',
  'tip.amended': 'A tip changed because its report did.',
  'tip.decided': 'A person of the agency decided; kind, reasons and policy version are in the entry.',
  'tip.decision-undone': 'A person took back their decision before it took effect.',
  'tip.reopened': 'A person put a decided tip back into the queue.',
  'tip.noted': 'A person wrote a note.',
  'document.read': 'A person opened a raw document.',
  'queue.read': 'A person looked at a page of the queue.',
  'session.began': 'Somebody signed in.',
  'session.ended': 'Somebody signed out.',
  'session.agency-changed': 'Somebody acts for another of their agencies.',
  'operation.denied': 'Somebody tried what they may not do.',
  'ledger.searched': 'An auditor searched the ledger; what for is in the entry.',
  'ledger.exported': 'An auditor took entries out of the ledger.',
  'ledger.verified': 'An auditor had the whole ledger derived again; the verdict is in the entry.',
  'ledger.cosigned': 'An operator added a witness’s signature to a checkpoint.',
  'policy.added': 'A policy version was added.',
  'policy.drafted': 'Somebody of an agency made a draft of a policy; from which one is in the entry.',
  'policy.edited': 'Somebody of an agency changed a draft.',
  'policy.previewed': 'Somebody of an agency looked at what a policy would do to its tips.',
  'policy.proposed': 'Somebody of an agency proposed a policy; its text does not change any more.',
  'policy.withdrawn': 'Somebody of an agency took back a draft or a proposal.',
  'policy.approved': 'Somebody of an agency approved a proposed policy; who proposed it is in the entry.',
  'policy.activated': 'Every tip of the agency was ranked under an approved policy, and it came into force.',
  'agency.rule-changed': 'An agency changed a rule about itself.',
  'tip.assessment-read': 'A person read a tip’s assessment under a named policy version.',
  'tip.not-ranked': 'A tip could not be ranked under a new policy and keeps its rank.',
  'agency.added': 'An agency was added.',
  'person.added': 'A person was added.',
}

/** The actions of the ledger. */
export const ledgerActionsPage = (): string =>
  page(
    'Actions of the ledger',
    'What the tamper-evident log can say. An entry is written in the transaction of what it tells, and holds ids, digests and counts, never anything of a report’s content. A name is stable. The form of an entry, and how to verify a log with other tools, is in [packages/ledger/README.md](../../packages/ledger/README.md).',
    table(
      ['action', 'meaning'],
      ledgerActions.map((action) => [`\`${action}\``, meanings[action]]),
    ),
  )
