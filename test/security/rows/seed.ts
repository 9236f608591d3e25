/** One row in every table that row security guards, all of it Wisconsin's, of provider 1's live account. */
const report = 1_000_001
const linked = 1_000_002
const agency = `'wi-wisconsin'`
const person = `'officer'`
const rank = `1, 'icac-standards', 2, 'referral', 'work', 'high', 1, 1, 1, 1, 1`
const rankColumns = `revision, policy_id, policy_version, label, lane, band, band_rank, risk_low, risk_high, act_low, act_high`

/** By table. Foreign keys and triggers are off while they run, so the order does not matter. */
export const seed: Record<string, string> = {
  provider_credential: `insert into provider_credential (provider_id, environment, username, password_hmac) values (1, 'live', 'x', sha256('x'))`,
  provider_person: `insert into provider_person (person_id, provider_id) values ('engineer', 1)`,
  report: `insert into report (report_id, environment, origin, provider_id, credential_id, state, closed_at) overriding system value
    values (${report}, 'live', 'reporting-xml', 1, 1, 'finished', now())`,
  document: `insert into document (report_id, environment, provider_id, kind, bytes, sha256) values (${report}, 'live', 1, 'submit', 'x', sha256('x'))`,
  report_revision: `insert into report_revision values (${report}, 'live', 1, 1, 1, '{}')`,
  file: `insert into file values ('${'0'.repeat(32)}', ${report}, 'live', 1, null, 1, 'x', 'x', 'x', 'x', 'x', 1, 'x')`,
  file_details: `insert into file_details values ('${'0'.repeat(32)}', ${report}, 'live', 1, 1, '{}')`,
  file_authority: `insert into file_authority (file_id, report_id, tip_id, agency_id, person_id, kind, note)
    values ('${'0'.repeat(32)}', ${report}, 1, ${agency}, ${person}, 'exigency', 'x')`,
  file_opening: `insert into file_opening (file_id, report_id, tip_id, agency_id, person_id, purpose, reason, gate)
    values ('${'0'.repeat(32)}', ${report}, 1, ${agency}, ${person}, 'x', 'x', 'no warrant needed')`,
  file_destruction: `insert into file_destruction (file_id, report_id, agency_id, basis, rule, because, proposed_by)
    values ('${'0'.repeat(32)}', ${report}, ${agency}, 'retention rule', 'x', 'x', ${person})`,
  viewing_preference: `insert into viewing_preference values (${person}, 8, true, true, 20)`,
  own_settings: `insert into own_settings values (${person}, '{}')`,
  scrub_orphan: `insert into scrub_orphan (object_id, stored_bytes, kind) values ('x', 1, 'unknown')`,
  view_lift: `insert into view_lift (agency_id, person_id, day, lifted_by, because) values (${agency}, 'colleague', now(), ${person}, 'x')`,
  incident: `insert into incident (kind, file_id, report_id, found_by) values ('missing', '${'0'.repeat(32)}', ${report}, 'scrub')`,
  work: `insert into work (report_id, revision, stage, state) values (${report}, 1, 'route', 'stuck')`,
  identifier: `insert into identifier (kind, value, value_key) values ('email', 'a@example.com', sha256('x'))`,
  report_identifier: `insert into report_identifier values (${report}, 1, 'reported', 'stated', '/x')`,
  finding: `insert into finding values (${report}, 1, 'x', '{}')`,
  link: `insert into link values (${report}, ${linked}, 1, 'strong', 'x')`,
  report_facts: `insert into report_facts values (${report}, 1, '[]', '[]')`,
  assessment: `insert into assessment values (${report}, 1, 'icac-standards', 2, '{}')`,
  report_facts_past: `insert into report_facts_past values (${report}, 1, '[]', '[]', now())`,
  assessment_past: `insert into assessment_past values (${report}, 1, 'icac-standards', 2, '{}', now())`,
  unrouted: `insert into unrouted (report_id, because, missing) values (${report}, 'x', '[]')`,
  tip: `insert into tip (report_id, agency_id, via, route, ${rankColumns}, summary, chain_id)
    values (${report}, ${agency}, 'routing', '{}', ${rank}, '{}', 1), (${linked}, ${agency}, 'routing', '{}', ${rank}, '{}', null)`,
  decision: `insert into decision (tip_id, agency_id, person_id, kind, reasons, note, state_before, policy_id, policy_version, revision, needs_countersign)
    values (1, ${agency}, ${person}, 'pursue', '{x}', '', 'open', 'icac-standards', 2, 1, true)`,
  referral_chain: `insert into referral_chain (report_id, root_tip, owner_tip) values (${report}, 1, 1)`,
  referral: `insert into referral (chain_id, from_tip, from_agency, to_tip, to_agency, offered_by, shows_at)
    values (1, 1, ${agency}, 2, 'sd-south-dakota', ${person}, now())`,
  countersignature: `insert into countersignature (decision_id, agency_id, person_id, verdict) values (1, ${agency}, 'colleague', 'given')`,
  agency_reason: `insert into agency_reason (agency_id, kind, words, added_by) values (${agency}, 'decline', 'x', ${person})`,
  tip_lease: `insert into tip_lease (tip_id, agency_id, person_id, until) values (1, ${agency}, ${person}, now() + interval '1 hour')`,
  reopening: `insert into reopening (tip_id, agency_id, person_id, note) values (1, ${agency}, ${person}, '')`,
  note: `insert into note (tip_id, agency_id, person_id, text) values (1, ${agency}, ${person}, 'x')`,
  passkey: `insert into passkey (credential_id, person_id, public_key, counter, backed_up, label, created_at)
    values ('synthetic', ${person}, 'x', 0, false, 'x', now())`,
  access_change: `insert into access_change (agency_id, person_id, kind, role, because, asked_by, asked_at)
    values (${agency}, ${person}, 'role', 'auditor', 'x', 'administrator', now())`,
  invitation: `insert into invitation (token_sha256, person_id, agency_id, purpose, made_at, expires_at)
    values (sha256('i'), ${person}, ${agency}, 'join', now(), now())`,
  oidc_subject: `insert into oidc_subject values (${agency}, ${person}, 'x')`,
  session: `insert into session (person_id, agency_id, token_sha256, device_sha256, method, turned_at, proven_at)
    values (${person}, ${agency}, sha256('t'), sha256('d'), 'passkey', now(), now())`,
  tip_seen: `insert into tip_seen values (1, ${person}, ${agency}, 1)`,
  queue_view: `insert into queue_view (agency_id, person_id, name, shared, filter) values (${agency}, ${person}, 'x', false, '{}')`,
  queue_default: `insert into queue_default values (${agency}, ${person}, 1)`,
  import_seen: `insert into import_seen values (${agency}, sha256('x'), ${report})`,
  tip_assessment: `insert into tip_assessment (agency_id, report_id, revision, policy_id, policy_version, body)
    values (${agency}, ${report}, 1, 'icac-standards', 2, '{}')`,
  tip_news: `insert into tip_news (tip_id, agency_id, signal, before, after) values (1, ${agency}, 'x', 'unknown', 'true')`,
  ranking: `insert into ranking (tip_id, agency_id, policy_id, policy_version) values (1, ${agency}, 'wi-wisconsin.x', 1)`,
  agency_rule_version: `insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by)
    values (${agency}, 'x', 1, 'true', 'x', 'proposed', ${person})`,
  agency_law: `insert into agency_law (agency_id, version, source_text, entries, because, saved_by)
    values (${agency}, 1, '', '[]', 'x', ${person})`,
  agency_checklist: `insert into agency_checklist (agency_id, version, source_text, body, because, saved_by)
    values (${agency}, 1, '', '{"asOf": "2026-01-01", "lists": []}', 'x', ${person})`,
  checklist_tick: `insert into checklist_tick (tip_id, agency_id, person_id, list_id, item_id, list_version, done)
    values (1, ${agency}, ${person}, 'viral', 'bundle', 1, true)`,
  agency_policy: `insert into agency_policy (agency_id, policy_id, version, based_on_id, based_on_version, source_text, edited_by)
    values (${agency}, 'wi-wisconsin.x', 1, 'icac-standards', 2, '', ${person})`,
  officer_record: `insert into officer_record (tip_id, report_id, agency_id, person_id, signal, value, note, withdrawn_at, withdrawn_by)
    values (1, ${report}, ${agency}, ${person}, 'x', 'true', 'x', now(), ${person})`,
  label_override: `insert into label_override (tip_id, report_id, agency_id, person_id, because) values (1, ${report}, ${agency}, ${person}, 'x')`,
  link_verdict: `insert into link_verdict (report_low, report_high, identifier_id, agency_id, person_id, verdict, because, undone_at, undone_by)
    values (${report}, ${linked}, 1, ${agency}, ${person}, 'confirmed', 'x', now(), ${person})`,
  report_label: `insert into report_label (report_id, agency_id, person_id, because) values (${report}, 'clearinghouse', 'analyst', 'x')`,
  picture_hash: `insert into picture_hash (file_id, report_id, viewed) values ('${'0'.repeat(32)}', ${report}, true)`,
  network: `insert into network (agency_id, reports) values (${agency}, 2)`,
  network_member: `insert into network_member values (${agency}, ${report}, 1)`,
  place_correction: `insert into place_correction (report_id, agency_id, person_id, role, place, because) values (${report}, ${agency}, ${person}, 'child', '{}', 'x')`,
  clock_entry: `insert into clock_entry (tip_id, agency_id, person_id, kind, party, at, ended_as, ended_by, ended_at)
    values (1, ${agency}, ${person}, 'warrant return', 'x', now(), 'returned', ${person}, now())`,
  log_window: `insert into log_window (agency_id, person_id, network, days, source, as_of, from_day, ended_by)
    values (${agency}, ${person}, 'AS1', 1, 'xxx', now(), now(), ${person})`,
  agency_time: `insert into agency_time (agency_id, person_id, name, hours, authority, from_day, ended_by)
    values (${agency}, ${person}, 'xxx', 1, 'xxx', now(), ${person})`,
  tip_clock: `insert into tip_clock values (1, ${agency}, 'x', 'provider hold', now(), '{}')`,
  clock_work: `insert into clock_work values (1, ${agency})`,
  calendar_feed: `insert into calendar_feed (person_id, agency_id, token_sha256) values (${person}, ${agency}, sha256('x'))`,
  case_file: `insert into case_file (agency_id, title, opened_by) values (${agency}, 'x', ${person})`,
  case_tip: `insert into case_tip (case_id, agency_id, tip_id, added_by) values (1, ${agency}, 1, ${person})`,
  case_task: `insert into case_task (case_id, agency_id, says, made_by) values (1, ${agency}, 'x', ${person})`,
  legal_process: `insert into legal_process (case_id, agency_id, kind, addressed_to, reference, made_by)
    values (1, ${agency}, 'subpoena', 'x', '', ${person})`,
  outcome: `insert into outcome (tip_id, report_id, agency_id, person_id, results, usefulness, missing, audience, withdrawn_at, withdrawn_by)
    values (1, ${report}, ${agency}, ${person}, '{arrest}', 'useful', '{}', 'clearinghouse', now(), ${person})`,
  outcome_notice: `insert into outcome_notice (person_id, agency_id, outcome_id, report_id, tip_id, given_by, results, at)
    values (${person}, ${agency}, 1, ${report}, 1, 'x', '{arrest}', now())`,
  made_document: `insert into made_document (tip_id, agency_id, person_id, kind, title, template_id, template_version, own, revision, made_from,
    facts_sha256, pdf, pdf_sha256, docx, docx_sha256)
    values (1, ${agency}, ${person}, 'x', 'x', 'x', 1, false, 1, '{}', sha256('x'), 'x', sha256('x'), 'x', sha256('x'))`,
  document_send: `insert into document_send (made_id, agency_id, person_id, sent_to, how, at) values (1, ${agency}, ${person}, 'x', 'x', now())`,
  document_template: `insert into document_template (agency_id, kind, version, person_id, text, because, dropped_by)
    values (${agency}, 'x', 1, ${person}, 'x', 'x', ${person})`,
  tip_assignment: `insert into tip_assignment (tip_id, agency_id, person_id, assigned_by) values (1, ${agency}, ${person}, ${person})`,
  affiliate_entry: `insert into affiliate_entry (lead_agency, agency_id, areas, from_day, because, entered_by, ended_by)
    values (${agency}, 'wi-wisconsin-x', '[]', '2026-01-01', 'x', ${person}, ${person})`,
  sample_draw: `insert into sample_draw (agency_id, drawn_by, seed, algorithm, rule, declined_pool, undecided_pool)
    values (${agency}, ${person}, '${'0'.repeat(32)}', 'x', '{}', '{}', '{2}')`,
  sample_item: `insert into sample_item (draw_id, agency_id, tip_id, pool, revision, band, reader_id, taken_at)
    values (1, ${agency}, 2, 'undecided', 1, 'x', ${person}, now())`,
  ledger_entry: `insert into ledger_entry values (gen_random_uuid(), now(), 'provider:1', ${agency}, 'report.finished', 'report', '${report}', 'x')`,
  ledger_review: `insert into ledger_review (agency_id, person_id, up_to, noticed) values (${agency}, 'auditor', 1, 'x')`,
  ledger_search: `insert into ledger_search values (0, now(), 'person:officer', ${agency}, 'tip.read', 'tip', '1')`,
}

/** Who belongs where: read by everybody, for names, and so not guarded; but what is guarded asks it. */
export const seedMembership = `insert into membership (person_id, agency_id, role) values (${person}, ${agency}, 'officer')`

/** What the clearinghouse said of a link, which whoever has both reports sees beside what their own people said. */
export const seedClearinghouse = [
  `insert into agency (agency_id, name, kind) values ('clearinghouse', 'x', 'clearinghouse')`,
  `insert into link_verdict (report_low, report_high, identifier_id, agency_id, person_id, verdict, because)
    values (${report}, ${linked}, 1, 'clearinghouse', 'analyst', 'rejected', 'x')`,
]

/** The same once more for what an agency imported: the rows that importing writes and amends. */
export const importedReport = 1_000_003
export const seedImport = [
  `insert into report (report_id, environment, origin, imported_for, state, closed_at) overriding system value
    values (${importedReport}, 'live', 'le-json', ${agency}, 'finished', now())`,
  `insert into document (report_id, environment, kind, bytes, sha256) values (${importedReport}, 'live', 'import', 'x', sha256('x'))`,
  `insert into report_revision (report_id, environment, revision, document_id, model) values (${importedReport}, 'live', 1, 2, '{}')`,
  `insert into work (report_id, revision, stage, state) values (${importedReport}, 1, 'route', 'stuck')`,
]
