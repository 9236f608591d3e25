import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'
import { renewQueues } from '../tips/queueQuery.ts'

/** An act that moves a tip between agencies or colleagues. Done when the server said so and the tip was read again. */
export const useReferralAct = <I, A>(tipId: string, send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
      void queryClient.invalidateQueries({ queryKey: ['listReferrals'] })
      void renewQueues()
    },
  })
