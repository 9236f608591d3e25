import type { Refusals } from './readRefusals.ts'

/** Re-reading a drawn part, and statistics. */
export const samplingRefusalsEs: Refusals = {
  'Your agency has not set a share to draw: see Agency settings.':
    'Su agencia no ha fijado una parte que sortear: vea Ajustes de la agencia.',
  'There is nothing to draw from by your agency’s rule that was not drawn before.':
    'Según la regla de su agencia no queda nada por sortear que no se sorteara antes.',
  'Your agency has no such draw.': 'Su agencia no tiene ese sorteo.',
  'A pool holds {count} tips at most. Draw from fewer lanes, or from older tips.':
    'Un conjunto admite {count} avisos como máximo. Sortee entre menos carriles, o entre avisos más antiguos.',
  'There is nothing of that number to re-read.': 'Con ese número no hay nada que releer.',
  'A colleague is re-reading it.': 'Lo está releyendo un colega.',
  'A second person re-reads it: not who decided on it, and not who looked at the list of the draw.':
    'Lo relee una segunda persona: ni quien decidió sobre él ni quien miró la lista del sorteo.',
  'A colleague was quicker: look at the list again.': 'Un colega se adelantó: mire la lista de nuevo.',
  'Begin the re-reading first.': 'Empiece antes la relectura.',
  'You are re-reading this tip for a sample. Record what you found, or give it back, under Sampling; then it opens here.':
    'Está releyendo este aviso para una muestra. Anote lo que encontró, o devuélvalo, en Muestreo; después se abre aquí.',
  'There is no map of "{state}".': 'No hay mapa de «{state}».',
}
