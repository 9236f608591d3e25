import type { Refusals } from './readRefusals.ts'

/** Why a file is not destroyed: one sentence with what stands against it. */
export const keptRefusalsEs: Refusals = { 'It is kept: {holds}.': 'Se conserva: {holds}.' }

const holds: readonly (readonly [english: string, spanish: string])[] = [
  [
    'the provider’s duty to preserve what it reported still runs (18 U.S.C. 2258A(h))',
    'aún corre el deber del proveedor de conservar lo que informó (18 U.S.C. 2258A(h))',
  ],
  [
    'a preservation letter still runs (18 U.S.C. 2703(f))',
    'aún corre una carta de conservación (18 U.S.C. 2703(f))',
  ],
  ['a tip on its report is not done with', 'un aviso sobre su informe no está terminado'],
  ['a tip on its report is in an open case', 'un aviso sobre su informe está en un caso abierto'],
  [
    'another agency has its report, and its evidence is not yours to destroy',
    'otra agencia tiene su informe, y a usted no le toca destruir sus pruebas',
  ],
]

/** What stands, with the agency and the day behind it; undefined where one of them is none of these. */
export const holdsEs = (text: string): string | undefined => {
  const told: string[] = []
  for (let rest = text; rest !== ''; ) {
    const found = holds.find(([english]) => rest.startsWith(english))
    if (!found) return undefined
    const behind = rest.slice(found[0].length)
    const next = holds
      .map(([english]) => behind.indexOf(`; ${english}`))
      .filter((at) => at >= 0)
      .reduce((first, at) => Math.min(first, at), behind.length)
    const more = behind.slice(0, next).replace(/, until (\S+)$/, ', hasta el $1')
    told.push(`${found[1]}${more}`)
    rest = behind.slice(next + 2)
  }
  return told.length > 0 ? told.join('; ') : undefined
}
