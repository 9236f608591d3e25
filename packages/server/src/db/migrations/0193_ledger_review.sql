-- That somebody looked through the log, up to where, and what they noticed. It gates nothing: a standard asks for it weekly.
create table ledger_review (
  review_id bigint generated always as identity primary key,
  agency_id text not null,
  person_id text not null,
  -- Entries before this place in the log were looked at.
  up_to bigint not null check (up_to >= 0),
  noticed text not null check (length(noticed) between 1 and 4000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index ledger_review_by_agency on ledger_review (agency_id, review_id desc);
alter table ledger_review enable row level security;
alter table ledger_review force row level security;
grant select, insert on ledger_review to tipline_desk;
create policy auditor_reads on ledger_review for select to tipline_desk
  using ((select app_audits()) = '*' or agency_id = (select app_audits()));
-- In one's own name, and as the auditor that one is: at the clearinghouse the whole log is audited.
create policy auditor_writes on ledger_review for insert to tipline_desk
  with check (person_id = app_person() and (app_audits() = agency_id or (app_audits() = '*'
    and exists (select 1 from agency a where a.agency_id = ledger_review.agency_id and a.kind = 'clearinghouse'))));
