/** One's own settings, as the server keeps them and as this device has them. */
import type { OwnSettings } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useShownLanguage } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { takeSettings } from '../../platform/preferences.ts'
import { type OwnWords, wordsEn } from './words.en.ts'
import { wordsEs } from './words.es.ts'

export const useOwnWords = (): OwnWords => (useShownLanguage() === 'es' ? wordsEs : wordsEn)

export const useOwnSettings = () => useQuery(reading('readOwnSettings', {}))

export const useSaveSettings = () =>
  useMutation({
    mutationFn: (body: OwnSettings) => desk.call('setOwnSettings', { body }),
    onSuccess: (settings) => {
      takeSettings(settings)
      queryClient.setQueryData(['readOwnSettings', {}], { settings })
    },
  })
