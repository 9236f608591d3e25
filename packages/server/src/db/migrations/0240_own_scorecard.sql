-- A provider's engineers read how their own reports fare: the function gives them no other provider's, and no report.
grant execute on function scorecards(date, date, int) to tipline_intake;
