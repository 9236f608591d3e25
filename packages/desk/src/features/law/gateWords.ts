import type { GateAnswer, LawSentence, OpenFileAnswer } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'
import { useShownLanguage } from '../../messages/messages.tsx'

type Values = Readonly<Record<string, string>>

const answersEs: Record<GateAnswer, string> = {
  'no warrant needed': 'no hace falta orden judicial',
  'warrant needed': 'hace falta orden judicial',
  unsettled: 'no está resuelto',
}
const answerEs = ({ answer }: Values): string =>
  Object.entries(answersEs).find(([each]) => each === answer)?.[1] ?? answer ?? ''
const placeOf = (code: string | undefined): string =>
  usStates.find((state) => state.code === code)?.name ?? code ?? ''
const courtEs = ({ axis, place }: Values): string =>
  axis === 'state' ? `los tribunales de ${placeOf(place)}` : `el circuito federal ${place}`

/** The sentences of an answer in Spanish. Names of cases and statutes stay as they are cited. */
const spanish: Record<LawSentence['code'], (values: Values) => string> = {
  'court-says': (values) => `En ${courtEs(values)}: ${answerEs(values)} (${values.citations}).`,
  'court-left-open': (values) => `En ${courtEs(values)} no está resuelto (${values.citations}).`,
  'court-silent': (values) => `Para ${courtEs(values)} el fondo no tiene ninguna entrada que responda.`,
  'court-divided': (values) => `En ${courtEs(values)} las entradas no coinciden (${values.citations}).`,
  'no-circuit': ({ state }) => `Ningún circuito federal incluye ${placeOf(state)}.`,
  'court-if-matched': (values) =>
    `En ${courtEs(values)} no hace falta orden para un archivo cuyo hash consta que coincide con material conocido (${values.citations}). Lo indicado de este archivo no lo cumple.`,
  'unverified-opens-nothing': ({ citation }) =>
    `${citation} está por verificar por asesoría jurídica. Hasta que alguien haya visto sus palabras no abre nada.`,
  'not-stated': () =>
    'No se indica si una persona del proveedor vio el archivo. Eso no se trata mejor que no visto, y no abre nada.',
  historical: () =>
    'Una persona del proveedor vio otro archivo con un hash coincidente, no este. Eso cuenta solo donde un tribunal lo ha dicho.',
  'public-changes-nothing': () =>
    'Consta que el archivo estuvo a disposición del público. Ninguna entrada dice qué se sigue de ello.',
  'courts-agree': (values) =>
    values.answer === 'unsettled'
      ? 'Ninguno de los dos tribunales que pueden conocer del caso lo ha resuelto.'
      : `Los dos tribunales que pueden conocer del caso responden lo mismo: ${answerEs(values)}.`,
  'courts-disagree': () =>
    'El tribunal estatal y el federal que pueden conocer del caso no coinciden. Si no es seguro cuál lo hará, pida una orden o consulte a asesoría.',
  'one-court-needs-warrant': () =>
    'Uno de los dos tribunales que pueden conocer del caso pide una orden, y el otro no dice que no haga falta.',
  'one-court-open': () =>
    'Al menos uno de los dos tribunales que pueden conocer del caso no lo ha resuelto, y ninguno pide una orden.',
  'only-this-court': () => 'Solo se preguntó al tribunal que la agencia fijó como su foro.',
  'agency-asks-more': (values) =>
    `La regla propia de la agencia pide más: ${answerEs(values)} (${values.citation}).`,
  'no-forum': () =>
    'El foro de la agencia (su estado y circuito federal) no está fijado; no se puede preguntar a ningún tribunal.',
}

/** The reasons of an answer in the shown language, with that language. */
export const useGateSentences = (): ((found: Pick<OpenFileAnswer, 'says' | 'sentences'>) => string[]) => {
  const language = useShownLanguage()
  return ({ says, sentences }) =>
    language === 'es' ? says.map(({ code, values }) => spanish[code](values)) : sentences
}
