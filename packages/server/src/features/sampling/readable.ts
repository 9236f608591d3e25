/**
 * Which drawn tips a person may re-read, as SQL of `i` (sample_item), `t` (its tip) and `d` (its draw): as they stood when they
 * were drawn; not by who ever decided, countersigned or reopened; not by who read the draw's list; not what a colleague reads.
 * `$1` is the agency, `$2` the person.
 */
export const mayReread = `(
  (i.reader_id is null or i.reader_id = $2) and not $2 = any(d.list_read_by)
  and not exists (select from decision x where x.tip_id = i.tip_id and x.person_id = $2)
  and not exists (select from countersignature c join decision x using (decision_id) where x.tip_id = i.tip_id and c.person_id = $2)
  and not exists (select from reopening r where r.tip_id = i.tip_id and r.person_id = $2))`

/** Drawn, not re-read, and still the report that was drawn. */
export const stillToRead = `i.agency_id = $1 and i.verdict is null and t.withdrawn_at is null and t.revision = i.revision`

export const itemJoins = `sample_item i join tip t on t.tip_id = i.tip_id join sample_draw d on d.draw_id = i.draw_id`
