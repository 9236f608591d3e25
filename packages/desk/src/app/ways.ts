/** Every way of the desk, once: the header, the menu of a small screen and the list of commands are made from it. */
import type { OperationName, Role } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { type LinkProps, linkOptions } from '@tanstack/react-router'
import type { Messages } from '../messages/en.ts'

/**
 * Where a way stands. `work` is for what somebody opens many times a day and stands in the header itself: about six of
 * them fit. `agency` is what an agency looks after, `help` what explains, `own` what concerns the person.
 */
export type WayGroup = 'work' | 'agency' | 'help' | 'own'

export type Way = {
  link: LinkProps
  name: (t: Messages) => string
  group: WayGroup
  /** Who may ever do this sees the way; without one everybody signed in does. */
  operation?: OperationName
  /** Other ways lie below its address: it is the current one only when it is shown itself. */
  alone?: true
}

/** In the order in which they are shown. */
const ways: readonly Way[] = [
  {
    link: linkOptions({ to: '/queue', search: {} }),
    name: (t) => t.shell.queue,
    group: 'work',
    operation: 'listTips',
  },
  {
    link: linkOptions({ to: '/clocks' }),
    name: (t) => t.clocks.title,
    group: 'work',
    operation: 'listClocks',
  },
  {
    link: linkOptions({ to: '/cases', search: {} }),
    name: (t) => t.loop.cases.title,
    group: 'work',
    operation: 'listCases',
  },
  {
    link: linkOptions({ to: '/clearinghouse' }),
    name: (t) => t.shell.clearinghouse,
    group: 'work',
    operation: 'readPipeline',
  },
  {
    link: linkOptions({ to: '/outcomes' }),
    name: (t) => t.loop.notices.way,
    group: 'work',
    operation: 'readOutcomeNotices',
  },
  {
    link: linkOptions({ to: '/portal' }),
    name: (t) => t.shell.portal.overview,
    group: 'work',
    operation: 'readOwnProvider',
    alone: true,
  },
  {
    link: linkOptions({ to: '/portal/credentials' }),
    name: (t) => t.shell.portal.credentials,
    group: 'work',
    operation: 'addCredential',
  },
  {
    link: linkOptions({ to: '/portal/reports', search: {} }),
    name: (t) => t.shell.portal.reports,
    group: 'work',
    operation: 'listOwnReports',
  },
  {
    link: linkOptions({ to: '/portal/quality', search: {} }),
    name: (t) => t.shell.portal.quality,
    group: 'work',
    operation: 'readOwnScorecard',
  },
  {
    link: linkOptions({ to: '/portal/sandbox' }),
    name: (t) => t.shell.portal.sandbox,
    group: 'work',
    operation: 'checkDocument',
  },
  {
    link: linkOptions({ to: '/ledger', search: {} }),
    name: (t) => t.shell.ledger,
    group: 'work',
    operation: 'searchLedger',
  },
  {
    link: linkOptions({ to: '/scorecards', search: {} }),
    name: (t) => t.loop.scorecards.title,
    group: 'agency',
    operation: 'readScorecards',
  },
  {
    link: linkOptions({ to: '/statistics', search: {} }),
    name: (t) => t.loop.statistics.title,
    group: 'agency',
    operation: 'readStatistics',
  },
  {
    link: linkOptions({ to: '/waiting' }),
    name: (t) => t.shell.waiting,
    group: 'agency',
    operation: 'readWaiting',
  },
  {
    link: linkOptions({ to: '/affiliates' }),
    name: (t) => t.shell.affiliates,
    group: 'agency',
    operation: 'listAffiliates',
  },
  {
    link: linkOptions({ to: '/sampling' }),
    name: (t) => t.shell.sampling,
    group: 'agency',
    operation: 'readSampling',
  },
  {
    link: linkOptions({ to: '/networks' }),
    name: (t) => t.together.networks,
    group: 'agency',
    operation: 'listNetworks',
  },
  {
    link: linkOptions({ to: '/import' }),
    name: (t) => t.shell.import,
    group: 'agency',
    operation: 'importReport',
  },
  {
    link: linkOptions({ to: '/clock-table' }),
    name: (t) => t.clocks.tableTitle,
    group: 'agency',
    operation: 'listLogWindows',
  },
  {
    link: linkOptions({ to: '/document-templates' }),
    name: (t) => t.documents.templates,
    group: 'agency',
    operation: 'listDocumentTemplates',
  },
  {
    link: linkOptions({ to: '/policies' }),
    name: (t) => t.shell.policies,
    group: 'agency',
    operation: 'listPolicies',
  },
  {
    link: linkOptions({ to: '/referrals' }),
    name: (t) => t.discretion.referral.listTitle,
    group: 'agency',
    operation: 'listReferrals',
  },
  {
    link: linkOptions({ to: '/agency-settings' }),
    name: (t) => t.shell.agencySettings,
    group: 'agency',
    operation: 'listAgencyRules',
  },
  {
    link: linkOptions({ to: '/law' }),
    name: (t) => t.law.title,
    group: 'agency',
    operation: 'readLaw',
  },
  {
    link: linkOptions({ to: '/checklists' }),
    name: (t) => t.shell.checklists,
    group: 'agency',
    operation: 'readChecklists',
  },
  { link: linkOptions({ to: '/asked' }), name: (t) => t.prompts.way, group: 'help' },
  {
    link: linkOptions({ to: '/people' }),
    name: (t) => t.people.title,
    group: 'agency',
    operation: 'listPeople',
  },
  { link: linkOptions({ to: '/account' }), name: (t) => t.people.accountTitle, group: 'own' },
  { link: linkOptions({ to: '/settings' }), name: (t) => t.shell.settings, group: 'own' },
  {
    link: linkOptions({ to: '/viewing' }),
    name: (t) => t.files.viewingTitle,
    group: 'own',
    operation: 'readViewing',
  },
  {
    link: linkOptions({ to: '/incidents' }),
    name: (t) => t.files.incidentsTitle,
    group: 'agency',
    operation: 'listIncidents',
  },
  {
    link: linkOptions({ to: '/destructions', search: {} }),
    name: (t) => t.files.destructionsTitle,
    group: 'agency',
    operation: 'listDestructions',
  },
  { link: linkOptions({ to: '/about' }), name: (t) => t.shell.about, group: 'help' },
  { link: linkOptions({ to: '/credits' }), name: (t) => t.shell.credits, group: 'help' },
]

export const waysOf = (role: Role, group?: WayGroup): Way[] =>
  ways.filter(
    (way) =>
      (group === undefined || way.group === group) &&
      (way.operation === undefined || mayEverDo(way.operation, role)),
  )
