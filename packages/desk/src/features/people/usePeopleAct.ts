import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../platform/api.ts'

/** What shows people and accounts is read anew after an act on them. */
export const usePeopleAct = <Input, Answer>(act: (input: Input) => Promise<Answer>) =>
  useMutation({
    mutationFn: act,
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'listPeople' || queryKey[0] === 'readAccount',
      }),
  })
