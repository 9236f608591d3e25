import type { Administration } from '@opentipline/server'
import { demoProviders } from './plan.ts'
import type { Credential } from './send.ts'

/** The demonstration's engineer, and the provider they are of: one whose reports have files. */
const engineer = { personId: 'demo-engineer', provider: demoProviders.photos.name }

/** A credential for a provider of the demonstration, and with the one that has an engineer, that engineer's place. */
export const demoCredential = async (
  administration: Pick<Administration, 'addProvider' | 'providers'>,
  name: string,
): Promise<Credential> => {
  const made = await administration.addProvider({ name, environment: 'live', purpose: 'Demonstration' })
  if (name === engineer.provider) await administration.providers.engineer({ ...engineer, remove: false })
  return made
}
