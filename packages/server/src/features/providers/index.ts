export { addProvider, type NewCredential } from './add.ts'
export {
  callsPerMinuteMax,
  limitNamed,
  listProviders,
  type ProviderListing,
  revokeNamed,
  rotateNamed,
  setEngineer,
} from './administer.ts'
export { type Credential, findCredential } from './credential.ts'
export { engineerOf } from './engineer.ts'
export type { MadeCredential } from './make.ts'
export { type CallMeter, openCallMeter } from './meter.ts'
export { openRefusedLogins, type RefusedLogins } from './refused-logins.ts'
export { providerRoutes } from './routes.ts'
