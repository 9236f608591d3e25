import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** A write that changes a tip's clocks: done when the server has said so and the clocks have been read again. */
export const useClockWrite = <I, A>(tipId: string, send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['listTips'], refetchType: 'none' })
      void queryClient.invalidateQueries({ queryKey: ['listClocks'], refetchType: 'none' })
      return queryClient.invalidateQueries({ queryKey: ['readTipClocks', { params: { tipId } }] })
    },
  })
