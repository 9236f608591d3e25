import { memoryStore } from './memory-store.ts'
import { objectStoreContract } from './object-store-contract.ts'

objectStoreContract('The memory store', async () => ({
  store: memoryStore(),
  dispose: async () => undefined,
}))
