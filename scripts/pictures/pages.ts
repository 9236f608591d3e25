/**
 * Every page of the desk, as somebody who has it sees it, in the order of the index. A test holds that each route of the desk
 * is here and that each of these has its pictures.
 */
import type { Page } from 'playwright-core'
import type { World } from './day.ts'

/** Whom a page is shown to: a person of the demonstration, by name; null is nobody signed in. */
export type Who =
  | 'Robin Sample'
  | 'Avery Placeholder'
  | 'Skyler Mockup'
  | 'Casey Example'
  | 'Morgan Template'
  | 'Quinn Prototype'
  | 'Riley Facsimile'
  | 'Sasha Mockup'
  | 'Ellis Pattern'

export type PagePicture = {
  /** The name of its files. */
  name: string
  /** What it shows, for who cannot see it. */
  shows: string
  who: Who | null
  /** The route of the desk, as `packages/desk/src/app/router.tsx` writes it. */
  route: string
  /** Its address, where the route has parts that the day's work made, or a search. */
  at?: (world: World) => string
  /** What is done on the page before it is taken. */
  first?: (page: Page, world: World) => Promise<void>
  /** What was done would be lost by loading the page anew for another size. */
  stays?: true
}

const officer = 'Robin Sample'
const supervisor = 'Avery Placeholder'
const administrator = 'Skyler Mockup'
const analyst = 'Morgan Template'
const head = 'Quinn Prototype'
const auditor = 'Riley Facsimile'
const engineer = 'Sasha Mockup'
const operator = 'Ellis Pattern'

const toSee =
  (role: 'heading' | 'region' | 'button', name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    const part = page.getByRole(role, { name }).first()
    await part.waitFor()
    await part.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  }

/** Opens the first file with an authority of a warrant, and leaves it covered, as it comes. */
const openCovered = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open this file…' }).first().click()
  await page.getByLabel('What for').selectOption({ label: 'To assess the report' })
  await page.getByLabel('Why, in a sentence').fill('Synthetic reason 17')
  await page.getByRole('button', { name: 'Open, covered' }).click()
  const again = page.getByRole('button', { name: /^Go on as / })
  await again
    .or(page.getByText('Covered.', { exact: true }))
    .first()
    .waitFor()
  if (await again.isVisible()) await again.click()
  await page.getByText('Covered.', { exact: true }).waitFor()
}

const lockDesk = async (page: Page): Promise<void> => {
  const locked = page.getByRole('heading', { name: 'Locked' })
  if (await locked.isVisible()) return
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('Lock the desk')
  await page.keyboard.press('Enter')
  await locked.waitFor()
}

export const pagePictures: readonly PagePicture[] = [
  { name: 'sign-in', shows: 'The way in, in a demonstration', who: null, route: '/' },
  {
    name: 'queue',
    shows: 'The queue: risk and actionability as two ranges, the reasons in words, where and when',
    who: officer,
    route: '/queue',
    at: () => '/queue?lane=work',
  },
  {
    name: 'queue-filters',
    shows: 'The queue with filters that count, and the plot of risk and actionability',
    who: officer,
    route: '/queue',
    at: () => '/queue?lane=work',
    first: async (page) => {
      const filters = page.getByRole('region', { name: 'Filters' })
      if (!(await filters.isVisible())) await page.getByRole('button', { name: 'Filters and plot' }).click()
      await filters.getByRole('table').waitFor()
    },
  },
  {
    name: 'queue-empty',
    shows: 'A lane of the queue with nothing in it',
    who: 'Casey Example',
    route: '/queue',
    at: () => '/queue?lane=held',
  },
  {
    name: 'commands',
    shows: 'The list of commands over the queue',
    who: officer,
    route: '/queue',
    at: () => '/queue?lane=now',
    first: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'tip',
    shows: 'A tip: why it stands here, and the decision at hand',
    who: officer,
    route: '/tips/$tipId',
    at: ({ topTipId }) => `/tips/${topTipId}`,
  },
  {
    name: 'tip-stated',
    shows: 'A tip: what the provider stated, people by role',
    who: officer,
    route: '/tips/$tipId',
    at: ({ topTipId }) => `/tips/${topTipId}`,
    first: toSee('heading', /Stated by the provider/),
  },
  {
    name: 'tip-documents',
    shows: 'A tip: letters and documents',
    who: officer,
    route: '/tips/$tipId',
    at: ({ caseTipId }) => `/tips/${caseTipId}`,
    first: toSee('region', 'Letters and documents'),
  },
  {
    name: 'file-covered',
    shows: 'A file that was opened: covered, and shown only while a key is held',
    who: officer,
    route: '/tips/$tipId',
    at: ({ fileTipId }) => `/tips/${fileTipId}`,
    first: openCovered,
    stays: true,
  },
  { name: 'clocks', shows: 'What is lost or due next', who: officer, route: '/clocks' },
  { name: 'cases', shows: 'The cases', who: officer, route: '/cases' },
  {
    name: 'case',
    shows: 'A case: tips together, tasks, legal process, outcome',
    who: officer,
    route: '/cases/$caseId',
    at: ({ caseId }) => `/cases/${caseId}`,
  },
  { name: 'outcomes', shows: 'What came of tips that one worked on', who: supervisor, route: '/outcomes' },
  { name: 'bundles', shows: 'Bundles: many reports of one item', who: officer, route: '/bundles' },
  {
    name: 'bundle',
    shows: 'One bundle, looked at together',
    who: officer,
    route: '/bundles/$bundleId',
    at: ({ bundleId }) => `/bundles/${bundleId}`,
  },
  { name: 'networks', shows: 'Networks of links', who: officer, route: '/networks' },
  { name: 'referrals', shows: 'Referrals that came and went', who: officer, route: '/referrals' },
  { name: 'import', shows: 'Importing a report', who: officer, route: '/import' },
  {
    name: 'destructions',
    shows: 'Files to be destroyed, and those that were',
    who: supervisor,
    route: '/destructions',
  },
  { name: 'statistics', shows: 'Statistics with their formulas', who: supervisor, route: '/statistics' },
  { name: 'waiting', shows: 'What waited how long, and why', who: supervisor, route: '/waiting' },
  { name: 'affiliates', shows: 'The affiliates of a task force', who: administrator, route: '/affiliates' },
  { name: 'sampling', shows: 'Reading again what was left', who: supervisor, route: '/sampling' },
  {
    name: 'blind-reading',
    shows: 'A tip read again without its rank',
    who: officer,
    route: '/sampling/$itemId',
    at: ({ itemId }) => `/sampling/${itemId}`,
  },
  { name: 'clock-table', shows: 'The table of log windows', who: officer, route: '/clock-table' },
  {
    name: 'document-templates',
    shows: 'Templates of documents',
    who: administrator,
    route: '/document-templates',
  },
  { name: 'policies', shows: 'The policies', who: supervisor, route: '/policies' },
  {
    name: 'policy',
    shows: 'A policy: copied, edited, previewed, proposed',
    who: supervisor,
    route: '/policies/$policyId/$version',
    at: ({ policyPath }) => `/policies/${policyPath}`,
  },
  { name: 'agency-settings', shows: "The agency's own rules", who: administrator, route: '/agency-settings' },
  { name: 'law', shows: 'The legal pack', who: officer, route: '/law' },
  { name: 'checklists', shows: 'Checklists by kind of report', who: supervisor, route: '/checklists' },
  { name: 'asked', shows: 'What is asked of you, and by what authority', who: officer, route: '/asked' },
  { name: 'people', shows: 'People and access', who: administrator, route: '/people' },
  { name: 'account', shows: "One's own account", who: officer, route: '/account' },
  { name: 'settings', shows: "One's own settings", who: officer, route: '/settings' },
  { name: 'viewing', shows: 'How much one opened, and how it is shown', who: officer, route: '/viewing' },
  {
    name: 'clearinghouse',
    shows: 'The clearinghouse: what is on the way now',
    who: analyst,
    route: '/clearinghouse',
  },
  {
    name: 'unrouted',
    shows: 'The clearinghouse: reports with nowhere to go yet',
    who: analyst,
    route: '/clearinghouse/unrouted',
  },
  {
    name: 'review',
    shows: 'The clearinghouse: review by an analyst',
    who: analyst,
    route: '/clearinghouse/review',
  },
  {
    name: 'report-bundles',
    shows: 'The clearinghouse: items that stand behind many reports',
    who: analyst,
    route: '/clearinghouse/bundles',
  },
  {
    name: 'report-bundle',
    shows: 'The clearinghouse: the reports behind one item, and which are pulled out',
    who: analyst,
    route: '/clearinghouse/bundles/$bundleId',
    at: ({ reportBundleId }) => `/clearinghouse/bundles/${reportBundleId}`,
  },
  {
    name: 'areas',
    shows: 'The clearinghouse: agencies and their areas',
    who: analyst,
    route: '/clearinghouse/areas',
  },
  { name: 'scorecards', shows: 'Scorecards of the providers', who: analyst, route: '/scorecards' },
  { name: 'incidents', shows: 'Stored evidence that is damaged', who: head, route: '/incidents' },
  { name: 'about-operator', shows: 'About, as the operator sees it', who: operator, route: '/about' },
  { name: 'ledger', shows: 'The ledger: who did what', who: auditor, route: '/ledger' },
  { name: 'portal', shows: "A provider's own pages", who: engineer, route: '/portal' },
  { name: 'credentials', shows: "A provider's credentials", who: engineer, route: '/portal/credentials' },
  { name: 'own-reports', shows: "A provider's own reports", who: engineer, route: '/portal/reports' },
  {
    name: 'own-report',
    shows: 'One report of a provider, with its receipt',
    who: engineer,
    route: '/portal/reports/$reportId',
    first: async (page) => {
      await page.goto(new URL('/portal/reports', page.url()).href)
      await page.locator('main a[href^="/portal/reports/"]').first().click()
      await page.waitForURL(/reports\/\d/)
    },
    stays: true,
  },
  { name: 'quality', shows: 'Advice on the quality of reports', who: engineer, route: '/portal/quality' },
  {
    name: 'sandbox',
    shows: 'Checking a document before sending it',
    who: engineer,
    route: '/portal/sandbox',
  },
  { name: 'join', shows: 'A one-time link that is no longer good', who: null, route: '/join' },
  { name: 'parts', shows: 'The parts of the desk in their states', who: officer, route: '/about/parts' },
  { name: 'credits', shows: 'Credits', who: officer, route: '/credits' },
  { name: 'locked', shows: 'The desk, locked', who: officer, route: '/queue', first: lockDesk },
]
