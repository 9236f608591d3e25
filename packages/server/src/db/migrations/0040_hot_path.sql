-- What every call of a provider touches, made lighter. What may be stored, and by whom, is as before.

-- A report's time of change moves with every call. An index on it made each such update write all indexes of the table
-- anew. The sweep of what lapsed finds its rows by the time of opening: nothing lapses within its first day.
drop index report_open;
create index report_open on report (opened_at) where state = 'open';
-- Room for those updates on the row's own page.
alter table report set (fillfactor = 70);

-- Rows come here by the trigger alone, with the id of the entry that fires it, and entries are never removed: checking
-- that the entry is there held nothing.
alter table ledger_pending drop constraint ledger_pending_entry_id_fkey;
