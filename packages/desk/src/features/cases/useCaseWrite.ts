import type { CaseView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { queryClient, reading } from '../../platform/api.ts'

/** A change to a case: done when the server has said so; its answer is the case as it now stands. */
export const useCaseWrite = <I>(send: (input: I) => Promise<CaseView>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async (view) => {
      queryClient.setQueryData(reading('readCase', { params: { caseId: view.row.caseId } }).queryKey, view)
      await queryClient.invalidateQueries({ queryKey: ['listCases'] })
    },
  })
