-- An officer types the name of an account without the service it is at: "provider/service:name" is found by its name.
create index identifier_by_account_name on identifier (left(lower(substr(value, strpos(value, ':') + 1)), 200))
  where kind in ('account', 'screenName');
