/**
 * SQL that joins what is said of a link for one agency, as `said.verdict`: its own people's word, and where they said nothing the
 * clearinghouse's. One reading for the judgement and for the networks, so that they cannot differ.
 * @param link name of a row with `report_low`, `report_high` and `identifier_id`
 * @param agency expression of the agency's id; null asks for the clearinghouse's word alone
 */
export const joinSaid = (link: string, agency: string): string => `
  left join lateral (
    select w.verdict from link_verdict w
    where w.report_low = ${link}.report_low and w.report_high = ${link}.report_high
      and w.identifier_id = ${link}.identifier_id and w.undone_at is null
      and (w.agency_id = ${agency} or w.agency_id in (select agency_id from agency where kind = 'clearinghouse'))
    order by w.agency_id = ${agency} desc nulls last limit 1
  ) said on true`

/** Whether a link joins two reports, by its strength and by what is said of it. */
export const joinsReports = (link: string): string =>
  `((${link}.strength = 'strong' and said.verdict is distinct from 'rejected') or said.verdict = 'confirmed')`
