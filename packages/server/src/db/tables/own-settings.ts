/** The table of how people have their own desk. */
import type { OwnSettings } from '@opentipline/contract'
import type { ColumnType } from 'kysely'

export type OwnSettingsTables = {
  own_settings: {
    person_id: string
    settings: ColumnType<OwnSettings, string, string>
    changed_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
}
