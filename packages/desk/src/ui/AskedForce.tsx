import { type PromptId, prompts } from '@opentipline/domain'
import { Force } from './Force.tsx'

/** How far a prompt binds. The catalogue with its words comes after the first page, and this with it. */
export const AskedForce = ({ prompt }: { prompt: PromptId }) => <Force force={prompts[prompt].force} />
