import { normalEmail } from '../../identifiers/normalEmail.ts'
import { espIs, labelledLines, mentionOf, type ProviderQuirks } from './extraction.ts'

const rule = 'a header line of an e-mail'

/**
 * Yahoo gives the headers of an e-mail as text. The sender is the reported person's side of the incident and the
 * addressee a recipient: the two are never one role.
 */
export const yahoo: ProviderQuirks = {
  name: 'Yahoo',
  reads: (report) => espIs(report, 'yahoo'),
  extract: (report) => {
    const headers = report.internetDetails.flatMap((detail, i) =>
      detail.kind === 'email' && detail.content !== undefined
        ? labelledLines(detail.content).map((line) => ({
            line,
            path: `/internetDetails/${i}/content`,
            about: `/internetDetails/${i}`,
          }))
        : [],
    )
    return {
      mentions: headers.flatMap(({ line, path }) => {
        if (line.label !== 'from' && line.label !== 'to') return []
        const role = line.label === 'from' ? ('reported' as const) : ('recipient' as const)
        return line.value
          .split(',')
          .flatMap((each) => mentionOf('email', normalEmail(each), line, rule))
          .map((mention) => ({ path, role, mention }))
      }),
      times: headers.flatMap(({ line, path, about }) =>
        line.label === 'sent date' ? [{ what: 'sent' as const, given: line.value, about, path }] : [],
      ),
    }
  },
}
