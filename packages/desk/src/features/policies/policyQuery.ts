import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, reading } from '../../platform/api.ts'

/** How often the progress of an activation is looked at. */
const watchMs = 2000

/** The policies of the agency; looked at again by itself only while one is being activated. */
export const usePolicies = () =>
  useQuery({
    ...reading('listPolicies', {}),
    refetchInterval: ({ state }) => (state.data?.activating ? watchMs : false),
  })

export const policyReading = (policyId: string, version: string) =>
  reading('readPolicy', { params: { policyId, version } })

/** A step of a policy. Done when the server has said so and what is shown has been read again. */
export const usePolicyAct = <I, A>(send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['readPolicy'] }),
        queryClient.invalidateQueries({ queryKey: ['listPolicies'] }),
      ])
    },
  })
