/** How far a prompt binds, and where it comes from. `choice`: this program asks it, and no authority does. */
export const promptForces = ['law', 'agency policy', 'guidance', 'choice'] as const
export type PromptForce = (typeof promptForces)[number]

/** Words in every language of the desk. They stand beside the prompt, so that adding one is adding one entry. */
type Words = { en: string; es: string }

export type Prompt = {
  /** `asked`: something has to be entered before an act is done. `offered`: it may be left. `time`: a moment is told. */
  kind: 'asked' | 'offered' | 'time'
  force: PromptForce
  /** The entry of the legal pack it rests on. A prompt of force law or guidance has one; a choice has none. */
  entry?: string
  /** What is asked or told. */
  what: Words
  /** Why, and what happens without it. */
  why: Words
}
