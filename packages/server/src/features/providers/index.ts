export { addProvider, type NewCredential } from './add.ts'
export { type Credential, findCredential } from './credential.ts'
