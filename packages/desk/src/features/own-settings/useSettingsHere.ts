import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { reading } from '../../platform/api.ts'
import { takeSettings } from '../../platform/preferences.ts'

/** Lays the person's settings on this device, once for each person who signs in. */
export const useSettingsHere = (personId: string | undefined): void => {
  const { data } = useQuery({
    ...reading('readOwnSettings', {}),
    enabled: personId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const settings = data?.settings
  useEffect(() => {
    if (personId !== undefined && settings) takeSettings(settings)
  }, [personId, settings])
}
