-- A report made available to one agency. The environment column makes a test tip impossible (invariant 13).
create table tip (
  tip_id bigint generated always as identity primary key,
  report_id bigint not null,
  environment text not null default 'live' check (environment = 'live'),
  agency_id text not null references agency,
  via text not null check (via in ('routing', 'referral', 'import', 'by hand')),
  route jsonb not null,
  available_at timestamptz not null default now(),
  -- Set when the offer was taken back before it took effect.
  withdrawn_at timestamptz,
  state text not null default 'open'
    check (state in ('open', 'pursued', 'declined', 'referred', 'held', 'requested')),
  held_until timestamptz,
  -- The ranking, copied from the assessment so that a page of the queue is one index scan.
  revision int not null,
  policy_id text not null,
  policy_version int not null,
  label text not null check (label in ('referral', 'informational')),
  lane text not null check (lane in ('now', 'work', 'enrich', 'informational')),
  band text not null,
  band_rank int not null,
  risk_low real not null,
  risk_high real not null,
  act_low real not null,
  act_high real not null,
  next_clock_at timestamptz,
  next_clock_name text,
  -- What a row of the queue shows; never narrative text or file names.
  summary jsonb not null,
  amended_at timestamptz,
  -- What became known after the last decision.
  made_before jsonb not null default '[]',
  unique (report_id, agency_id),
  foreign key (report_id, environment) references report (report_id, environment),
  check ((state = 'held') = (held_until is not null))
);
create index tip_rank on tip (agency_id, lane, band_rank, (-risk_low), (-risk_high), next_clock_at, tip_id)
  where withdrawn_at is null;
create index tip_by_state on tip (agency_id, state) where withdrawn_at is null;

-- By a person of that agency, always. Nothing else has the privilege to write here (invariant 4).
create table decision (
  decision_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  kind text not null check (kind in ('pursue', 'decline', 'refer', 'hold', 'request')),
  reasons text[] not null check (cardinality(reasons) between 1 and 10),
  note text not null check (length(note) <= 4000),
  refer_to text references agency,
  hold_until timestamptz,
  state_before text not null,
  held_until_before timestamptz,
  policy_id text not null,
  policy_version int not null,
  revision int not null,
  decided_at timestamptz not null default now(),
  takes_effect_at timestamptz not null,
  undone_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check ((kind = 'refer') = (refer_to is not null)),
  check ((kind = 'hold') = (hold_until is not null))
);
create index decision_by_tip on decision (tip_id);

create table reopening (
  reopening_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  note text not null,
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index reopening_by_tip on reopening (tip_id);

create table note (
  note_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  text text not null check (length(text) between 1 and 10000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index note_by_tip on note (tip_id);

-- First sight of a tip by a person: what makes it read.
create table tip_seen (
  tip_id bigint not null references tip,
  person_id text not null references person,
  agency_id text not null,
  revision int not null,
  at timestamptz not null default now(),
  primary key (tip_id, person_id)
);
