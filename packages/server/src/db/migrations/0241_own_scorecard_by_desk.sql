-- The side that takes reports calls no function that tells of an agency, not even in sums (invariant 4): an engineer reads
-- the own numbers by the desk's side, with the provider set and no agency.
revoke execute on function scorecards(date, date, int) from tipline_intake;
