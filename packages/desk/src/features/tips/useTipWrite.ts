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
      return renewTip(tipId)
    },
  })

/** Reads a tip again, as it is now; the lists, and what is derived of the tip when asked for, are fetched anew when next shown. */
export const renewTip = (tipId: string): Promise<void> => {
  void queryClient.invalidateQueries({ queryKey: ['listTips'], refetchType: 'none' })
  void queryClient.invalidateQueries({ queryKey: ['compareTip', { params: { tipId } }] })
  void queryClient.invalidateQueries({ queryKey: ['readNetwork'] })
  return queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
}
