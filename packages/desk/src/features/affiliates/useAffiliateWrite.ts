import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** A change of the agency's affiliates. Done when the server has said so and they have been read again. */
export const useAffiliateWrite = <I, A>(send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['listAffiliates'] })
      await queryClient.invalidateQueries({ queryKey: ['listAgencies'] })
    },
  })
