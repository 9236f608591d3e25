-- When a report is routed, what was ever said of its links is looked up, taken back or not: an index for either end.
create index link_verdict_of_low on link_verdict (report_low);
create index link_verdict_of_high on link_verdict (report_high);
