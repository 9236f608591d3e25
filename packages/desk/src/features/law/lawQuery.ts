import type { LawView } from '@opentipline/contract'
import type { LawPack } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** The pack for the pure functions of `domain`: the desk and the server answer by the same ones. */
export const packOf = ({ asOf, entries, circuits }: LawView): LawPack => ({ asOf, entries, circuits })

/** The day of today in UTC, by which entries hold. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** A change of the agency's law; what is shown afterwards is what the server answered. */
export const useLawAct = <I>(send: (input: I) => Promise<LawView>) =>
  useMutation({
    mutationFn: send,
    onSuccess: (view) => {
      queryClient.setQueryData(['readLaw', {}], view)
      return queryClient.invalidateQueries({ queryKey: ['readLawEffect'] })
    },
  })
