/** The words of reviewing the ledger. They come with the auditor's page and not with the first list. */
const en = {
  title: 'Reviews',
  standard:
    'A standard asks for this weekly: CJIS Security Policy, control AU-6 (read in version 5.9.5; version 6.0 was not compared). It is not a law, nothing here waits for it, and your agency says whether it is bound by it.',
  never: 'Nobody has recorded a review yet.',
  last: 'Last reviewed',
  upTo: (upTo: number) => `entries before ${upTo}`,
  noticed: 'What was noticed (also: nothing)',
  reviewed: (upTo: number) => `Record: reviewed up to entry ${upTo}`,
  missing: 'Say what was noticed, also where it is nothing.',
  earlier: 'Earlier reviews',
  nothingSigned: 'Nothing is signed yet, so that there is nothing to review.',
}
const es: typeof en = {
  title: 'Revisiones',
  standard:
    'Una norma lo pide cada semana: CJIS Security Policy, control AU-6 (leído en la versión 5.9.5; la 6.0 no se ha comparado). No es una ley, nada aquí espera por ello, y su agencia dice si le obliga.',
  never: 'Nadie ha registrado aún una revisión.',
  last: 'Última revisión',
  upTo: (upTo) => `entradas antes de la ${upTo}`,
  noticed: 'Qué se observó (también: nada)',
  reviewed: (upTo) => `Registrar: revisado hasta la entrada ${upTo}`,
  missing: 'Diga qué se observó, también si no fue nada.',
  earlier: 'Revisiones anteriores',
  nothingSigned: 'Aún no hay nada firmado, así que no hay nada que revisar.',
}
export const reviewWords = { en, es }
