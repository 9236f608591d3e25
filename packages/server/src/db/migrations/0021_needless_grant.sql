-- The owner of the border functions has no business with decisions, and no policy ever let it see one.
revoke select on decision from tipline_gate;
