import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** A change of the agency's rules. Done when the server has said so and the rules have been read again. */
export const useRuleAct = <I, A>(send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['listAgencyRules'] }),
  })
