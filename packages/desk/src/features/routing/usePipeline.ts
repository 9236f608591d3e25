import { useQuery } from '@tanstack/react-query'
import { queryClient, reading } from '../../platform/api.ts'

/** The state of the way is looked at this often while a page of it is seen. */
const watchMs = 10_000

export const usePipeline = () => useQuery({ ...reading('readPipeline', {}), refetchInterval: watchMs })

export const renewPipeline = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['readPipeline'] })
