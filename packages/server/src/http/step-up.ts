import { stepUpMinutesMax } from '@opentipline/contract'
import type { Services } from '../platform/services.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'

/**
 * Refuses unless the person proved who they are in the last minutes: for opening a file, export, changes of who may do
 * what, and keys. Ask after `permit`, so that nobody proves themselves for what they may not do. The desk answers it with
 * a dialog and asks again.
 * @throws Problem step-up-needed
 */
export const requireStepUp = (session: Session, services: Pick<Services, 'now'>): void => {
  if (services.now().getTime() - session.provenAt.getTime() > stepUpMinutesMax * 60_000)
    throw new Problem('step-up-needed')
}
