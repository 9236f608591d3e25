import type { Prompt } from './prompt.ts'

/** Checklists themselves; the items, each with a force and source of its own, are data and stand behind these lines. */
export const checklistPrompts = {
  checklist: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A tick on an item of a checklist, and a note with it.',
      es: 'Una marca en un punto de una lista de comprobación, y una nota con ella.',
    },
    why: {
      en: 'Nothing asks for it, unless your agency’s own rule puts an item before a decision; then the form says which rule. Each item names its own source.',
      es: 'Nada lo exige, salvo que una regla propia de su agencia ponga un punto antes de una decisión; entonces el formulario dice cuál. Cada punto nombra su fuente.',
    },
  },
  'own checklists': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Your agency’s own checklists, items and rules, and a reason for each change.',
      es: 'Las listas, los puntos y las reglas propias de su agencia, y un motivo de cada cambio.',
    },
    why: {
      en: 'Nothing asks for them. What you enter is shown as your agency’s own, with its force and source.',
      es: 'Nada las exige. Lo que usted introduce se muestra como propio de su agencia, con su fuerza y su fuente.',
    },
  },
} as const satisfies Record<string, Prompt>
