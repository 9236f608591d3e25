/** The words of prompts and of the page that lists them, in English. What each prompt asks is data. */
export const promptsEn = {
  title: 'What this system will ever ask of you, and by what authority',
  way: 'What is asked of you',
  lead: 'Everything the program asks a person to enter, every step it has, and every moment it counts down to. What is not here is not asked. Nobody has to decide a tip, or to decide it by a time, unless a law or your agency’s own policy says so.',
  why: 'By what authority',
  forces: {
    law: 'Law',
    'agency policy': 'Agency policy',
    guidance: 'Guidance',
    choice: 'Choice of this program',
  },
  forceAbout: {
    law: 'A statute or a court asks for it. It says whom it binds: often the provider, not you.',
    'agency policy': 'Your agency has made this rule, and may change it.',
    guidance: 'Published advice. It never blocks anything.',
    choice: 'No authority asks for it. The program does, for the reason given.',
  },
  kinds: { asked: 'Asked before an act', offered: 'May be left', time: 'A moment that is told' },
  counts: (count: number) => `${count} in all`,
  none: 'None.',
  authority: 'Authority',
  noAuthority: 'none; a choice of this program',
  ownPolicy: 'your agency’s own rule',
}
