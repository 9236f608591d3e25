-- Documents made of a tip's facts. What was made is never rewritten: its bytes, and what it was made from, stand for ever.
create table made_document (
  made_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  kind text not null check (length(kind) between 1 and 60),
  title text not null,
  template_id text not null,
  template_version int not null,
  own boolean not null,
  revision int not null,
  -- The canonical JSON it was made from, and the digests of that and of the bytes.
  made_from text not null check (length(made_from) <= 4000000),
  facts_sha256 bytea not null check (length(facts_sha256) = 32),
  pdf bytea not null check (length(pdf) <= 8000000),
  pdf_sha256 bytea not null check (length(pdf_sha256) = 32),
  docx bytea not null check (length(docx) <= 8000000),
  docx_sha256 bytea not null check (length(docx_sha256) = 32),
  made_at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index made_document_by_tip on made_document (tip_id);

-- Somebody's word that a document was sent. The program never writes one by itself.
create table document_send (
  send_id bigint generated always as identity primary key,
  made_id bigint not null references made_document,
  agency_id text not null,
  person_id text not null,
  sent_to text not null check (length(sent_to) between 1 and 255),
  how text not null check (length(how) between 1 and 255),
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index document_send_by_document on document_send (made_id);

-- An agency's own templates: every version is kept; the newest that was not dropped is in use.
create table document_template (
  agency_id text not null,
  kind text not null check (length(kind) between 1 and 60),
  version int not null check (version >= 1),
  person_id text not null,
  text text not null check (length(text) <= 60000),
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  dropped_at timestamptz,
  dropped_by text references person,
  dropped_because text check (length(dropped_because) between 1 and 2000),
  primary key (agency_id, kind, version),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);

grant select, insert on made_document, document_send, document_template to tipline_desk;
grant update (dropped_at, dropped_by, dropped_because) on document_template to tipline_desk;

do $$
declare
  t text;
begin
  foreach t in array array['made_document', 'document_send', 'document_template'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy desk_reads on %I for select to tipline_desk using (agency_id = any(app_agencies()))', t);
  end loop;
end $$;
create policy desk_writes on made_document for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from tip where tip.tip_id = made_document.tip_id and tip.agency_id = made_document.agency_id));
create policy desk_writes on document_send for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from made_document d where d.made_id = document_send.made_id and d.agency_id = document_send.agency_id));
create policy desk_writes on document_template for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person());
create policy desk_drops on document_template for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and dropped_by = app_person());
