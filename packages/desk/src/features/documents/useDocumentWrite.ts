import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** A write about a tip's documents: done when the server has said so and what it changes has been read again. */
export const useDocumentWrite = <I, A>(tipId: string, send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async () => {
      void queryClient.invalidateQueries({ queryKey: ['listClocks'], refetchType: 'none' })
      void queryClient.invalidateQueries({ queryKey: ['listTips'], refetchType: 'none' })
      await Promise.all(
        (['listTipDocuments', 'readTipClocks'] as const).map((name) =>
          queryClient.invalidateQueries({ queryKey: [name, { params: { tipId } }] }),
        ),
      )
    },
  })
