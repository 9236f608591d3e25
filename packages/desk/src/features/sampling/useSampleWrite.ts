import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** An act of sampling. Done when the server has said so; what shows of sampling is read again. */
export const useSampleWrite = <I, A>(send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['readSampling'] })
      await queryClient.invalidateQueries({ queryKey: ['readMissRates'] })
    },
  })
