import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClockView } from '@opentipline/contract'
import { agencyTimeClocks, holdClocks, warrantClocks } from '../clocks/agency-clocks.ts'
import { preservationClocks } from '../clocks/preservation.ts'
import { providerHold } from '../clocks/provider-hold.ts'
import { clockSentenceEs } from './clockSentencesEs.ts'

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
const letter = (entryId: string, sentAt: string, renews: string | null = null) => ({
  entryId,
  provider: 'Example Provider',
  sentAt: day(sentAt),
  renews,
})
const warrant = { entryId: '1', court: 'Example Court', dueAt: day('2026-02-01') }
const rule = {
  timeId: '3',
  name: 'n',
  hours: 48,
  band: null,
  authority: 'Rule 7',
  from: '2026-01-01',
  to: null,
}

const clocks: ClockView[] = [
  providerHold(day('2026-01-01')),
  providerHold(day('2020-01-01')),
  providerHold(day('2026-01-01'), [{ from: 'report', ref: '/x' }]),
  ...preservationClocks([letter('1', '2026-01-01')]),
  ...preservationClocks([letter('1', '2026-01-01'), letter('2', '2026-02-01', '1')]),
  ...preservationClocks([letter('1', '2026-01-01'), letter('2', '2026-08-01', '1')]),
  ...preservationClocks([
    letter('1', '2026-01-01'),
    letter('2', '2026-02-01', '1'),
    letter('3', '2026-03-01', '1'),
  ]),
  ...warrantClocks([
    { ...warrant, reference: null },
    { ...warrant, reference: '2026-S-17' },
  ]),
  ...holdClocks(day('2026-02-01')),
  ...agencyTimeClocks([rule], { isOpen: true, availableAt: day('2026-01-05'), band: 'x' }),
]

test('every sentence of these clocks is said in Spanish, with what a person put into it left as it is', () => {
  assert.ok(clocks.length >= 11)
  for (const { says, certaintySays, source } of clocks)
    for (const each of [says, certaintySays, source]) assert.notEqual(clockSentenceEs(each), each)
  const letters = preservationClocks([letter('1', '2026-01-01')]).map(({ says }) => clockSentenceEs(says))
  assert.match(letters.join(), /^Example Provider debe conservar/)
})

test('an operator’s log is told in Spanish, too', () => {
  for (const [english, spanish] of [
    [
      'AS64500 keeps its logs for 90 days, by your agency’s table. The log of 192.0.2.1 (the reported person) at 2026-01-01T00:00:00Z may be gone after that.',
      /^AS64500 guarda sus registros 90 días.*192\.0\.2\.1 \(la persona reportada\) a las 2026-01-01T00:00:00Z/,
    ],
    [
      'AS64500 keeps its logs for 90 days, by your agency’s table. The log of 192.0.2.1 (a child) at 2026-01-01T00:00:00Z may be gone after that.',
      /192\.0\.2\.1 \(un menor\)/,
    ],
    [
      'It is not known whether several subscribers share 192.0.2.1, 192.0.2.2, 192.0.2.3 and 2 more, and no source port is stated.',
      /192\.0\.2\.3 y 2 más, y no consta/,
    ],
    ['/parties/0, table entry 4 as of 2026-01-01', /entrada 4 de la tabla a fecha de 2026-01-01/],
  ] as const)
    assert.match(clockSentenceEs(english), spanish)
})

test('what is no sentence of ours stays as it is: a statute, and an agency’s own words', () => {
  for (const own of ['18 U.S.C. 2703(f)', 'Synthetic general order 4', ''])
    assert.equal(clockSentenceEs(own), own)
})
