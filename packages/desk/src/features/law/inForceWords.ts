import { useShownLanguage } from '../../messages/messages.tsx'

/** The words of what was in force at a decision. They come with the tip and not with the first page. */
const en = {
  title: 'In force when it was decided',
  policy: (id: string, version: number) => `Policy of triage: ${id}, version ${version}`,
  reasons: (version: number) => `Published list of reasons: version ${version}`,
  rule: (rule: string, version: number) => `Rule of the agency “${rule}”: version ${version}`,
  law: (asOf: string, own: number) =>
    `Legal pack kept up to ${asOf}; ${own === 0 ? 'no layer of the agency’s own' : `the agency’s own layer, version ${own}`}`,
  gone: 'not in the pack any more',
  memorandum: 'Make a decline memorandum of it',
  duty: 'Is there a duty to investigate this?',
}
const es: typeof en = {
  title: 'En vigor cuando se decidió',
  policy: (id, version) => `Política de prioridad: ${id}, versión ${version}`,
  reasons: (version) => `Lista publicada de motivos: versión ${version}`,
  rule: (rule, version) => `Regla de la agencia «${rule}»: versión ${version}`,
  law: (asOf, own) =>
    `Fondo legal al día hasta ${asOf}; ${own === 0 ? 'sin capa propia de la agencia' : `la capa propia de la agencia, versión ${own}`}`,
  gone: 'ya no está en el fondo',
  memorandum: 'Hacer un memorando de rechazo con ella',
  duty: '¿Hay deber de investigar esto?',
}

export const useInForceWords = (): typeof en => (useShownLanguage() === 'es' ? es : en)
