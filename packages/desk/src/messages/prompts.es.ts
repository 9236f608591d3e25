import type { promptsEn } from './prompts.en.ts'

export const promptsEs: typeof promptsEn = {
  title: 'Todo lo que este sistema le pedirá, y con qué autoridad',
  way: 'Qué se le pide',
  lead: 'Todo lo que el programa pide introducir a una persona, cada paso que tiene y cada momento hacia el que cuenta. Lo que no está aquí no se pide. Nadie tiene que decidir un aviso, ni decidirlo en un plazo, salvo que lo diga una ley o la política de su propia agencia.',
  why: 'Con qué autoridad',
  forces: {
    law: 'Ley',
    'agency policy': 'Política de la agencia',
    guidance: 'Orientación',
    choice: 'Elección de este programa',
  },
  forceAbout: {
    law: 'Lo exige una ley o un tribunal. Dice a quién obliga: a menudo al proveedor, no a usted.',
    'agency policy': 'Su agencia hizo esta regla y puede cambiarla.',
    guidance: 'Consejo publicado. Nunca impide nada.',
    choice: 'Ninguna autoridad lo exige. Lo pide el programa, por el motivo indicado.',
  },
  kinds: { asked: 'Se pide antes de un acto', offered: 'Puede dejarse', time: 'Un momento que se indica' },
  counts: (count) => `${count} en total`,
  none: 'Ninguno.',
  authority: 'Autoridad',
  noAuthority: 'ninguna; elección de este programa',
  ownPolicy: 'regla propia de su agencia',
}
