/** The words of bundles, networks of links and corrected places, in English. */
export const togetherEn = {
  bundles: 'Bundles',
  bundlesLead:
    'Open tips that tell of one item: they share a file, show the same picture in another size, or were filed as one batch. One decision can cover those that you list; whatever has a sign of its own is pulled out and decided by itself.',
  noBundles: 'No two of your open tips tell of one item.',
  bundlesMost: (count: number): string => `The ${count} largest are shown.`,
  by: { hash: 'same file', near: 'same picture', batch: 'filed as one batch' } as Record<string, string>,
  tips: (count: number): string => (count === 1 ? '1 open tip' : `${count} open tips`),
  bundle: 'Bundle',
  back: 'All bundles',
  members: 'What one decision can cover',
  membersAbout:
    'Nothing is chosen for you: the decision covers the tips that you tick, each is listed in it, and no other.',
  noMembers: 'Every tip of this bundle has a sign of its own.',
  apart: 'Pulled out: decided by itself',
  apartAbout: 'A sign of danger, or a place, that the shared item does not explain.',
  noApart: 'No tip of this bundle has a sign of its own.',
  chooseAll: (count: number): string => `Tick all ${count}`,
  chooseNone: 'Tick none',
  choose: (report: string): string => `Report ${report}`,
  chosen: (count: number): string => (count === 1 ? '1 tip is ticked' : `${count} tips are ticked`),
  noneChosen: 'Tick the tips that the decision is to cover.',
  tooMany: (most: number): string => `One decision covers ${most} tips at most.`,
  decideTitle: 'Decide on the ticked tips',
  decide: (count: number): string => (count === 1 ? 'Decide on 1 tip' : `Decide on ${count} tips`),
  decided: (count: number): string =>
    count === 1
      ? 'Recorded for 1 tip. It can be taken back on the tip for ten seconds.'
      : `Recorded for ${count} tips. Each can be taken back on its own page for ten seconds.`,
  sending: 'Sending… nothing is decided yet.',
  network: 'Network of links',
  networkAbout:
    'The reports connected with this one by strong or confirmed links, of those that your agency has. Nothing is merged; a rejected link leads no further for your agency.',
  networkShow: 'Show the network',
  networkReading: 'Reading the links…',
  networkAlone: 'No strong or confirmed link leads from this report to another that you have.',
  networkSize: (reports: number, links: number): string =>
    `${reports} reports, ${links === 1 ? '1 link' : `${links} links`}`,
  networkPart: 'This is a part: the network is larger than what is shown.',
  networkPicture: (reports: number): string =>
    `Picture of the network: ${reports} reports as points, this one in the middle, each ring one link further away. The list says the same.`,
  steps: (count: number): string =>
    count === 0 ? 'This report' : count === 1 ? 'One link away' : `${count} links away`,
  connects: (a: string, b: string): string => `${a} – ${b}`,
  networks: 'Networks',
  networksLead:
    'Reports of your agency that hang together by strong links, or by weak ones that your people confirmed, and of which at least one is open. The largest come first.',
  noNetworks: 'None of your open tips is connected with another report of yours.',
  networkOf: (reports: number): string => `${reports} reports`,
  networkOpen: (open: number): string => `${open} open`,
  networkTop: (band: string): string => `highest band: ${band}`,
  networkFirst: (report: string): string => `Report ${report}`,
  correct: 'Correct a place',
  correctAbout:
    'The report is judged and routed anew by what you say. What was found stays to be seen, and everybody who has the report is told.',
  who: 'Whose place',
  roles: { subject: 'The reported person', child: 'The child' } as Record<string, string>,
  country: 'Country',
  countryHint: 'Two letters, as US or CA',
  state: 'State or territory',
  region: 'Region',
  chooseState: 'Not known',
  county: 'County (FIPS)',
  countyHint: 'Five digits',
  city: 'City',
  postalCode: 'Postal code',
  placeErrors: {
    country: 'Give the country by its two letters.',
    county: 'A county has five digits, and they begin with those of its state.',
    because: 'Say why.',
  },
  sendPlace: 'Record the place',
  placeSaved: 'Recorded. The report is being judged and routed anew.',
  corrections: 'What people corrected',
  correction: (role: string, place: string): string => `${role}: ${place}`,
  correctedBy: (agency: string): string => `by ${agency}`,
}
