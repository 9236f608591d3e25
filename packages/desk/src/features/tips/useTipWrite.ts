import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/**
 * A write that changes how a tip is judged. It counts as done when the server has said so and the tip, as it is now,
 * has been read again; the lists are fetched anew when next shown.
 */
export const useTipWrite = <I, A>(tipId: string, send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['listTips'], refetchType: 'none' })
      void queryClient.invalidateQueries({ queryKey: ['compareTip', { params: { tipId } }] })
      return queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
    },
  })
