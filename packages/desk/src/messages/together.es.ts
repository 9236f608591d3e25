import type { togetherEn } from './together.en.ts'

/** The words of bundles, networks of links and corrected places, in Spanish. */
export const togetherEs: typeof togetherEn = {
  bundlesMoved: 'Ahora hay otros lotes.',
  bundlesShown: (count) => (count === 1 ? '1 lote.' : `${count} lotes.`),
  noBundles: 'No hay dos avisos abiertos suyos que hablen de lo mismo.',
  bundlesMost: (count) => `Se muestran los ${count} mayores.`,
  by: { hash: 'mismo archivo', near: 'misma imagen', batch: 'enviados como un lote' },
  tips: (count) => (count === 1 ? '1 aviso abierto' : `${count} avisos abiertos`),
  bundle: 'Lote',
  back: 'Todos los lotes',
  members: 'Lo que una decisión puede abarcar',
  membersAbout:
    'Nada se elige por usted: la decisión abarca los avisos que marque, cada uno consta en ella, y ningún otro.',
  noMembers: 'Todos los avisos de este lote tienen una señal propia.',
  apart: 'Separados: se deciden por sí solos',
  apartAbout: 'Una señal de peligro, o un lugar, que lo compartido no explica.',
  noApart: 'Ningún aviso de este lote tiene una señal propia.',
  chooseAll: (count) => `Marcar los ${count}`,
  chooseNone: 'No marcar ninguno',
  choose: (report) => `Informe ${report}`,
  chosen: (count) => (count === 1 ? '1 aviso marcado' : `${count} avisos marcados`),
  noneChosen: 'Marque los avisos que la decisión debe abarcar.',
  tooMany: (most) => `Una decisión abarca ${most} avisos como máximo.`,
  decideTitle: 'Decidir sobre los marcados',
  decide: (count) => (count === 1 ? 'Decidir sobre 1 aviso' : `Decidir sobre ${count} avisos`),
  decided: (count) =>
    count === 1
      ? 'Consta para 1 aviso. Puede deshacerse en el aviso durante diez segundos.'
      : `Consta para ${count} avisos. Cada uno puede deshacerse en su página durante diez segundos.`,
  sending: 'Enviando… aún no hay nada decidido.',
  network: 'Red de vínculos',
  networkAbout:
    'Los informes unidos a este por vínculos fuertes o confirmados, de los que tiene su agencia. Nada se fusiona; un vínculo rechazado no lleva más lejos para su agencia.',
  networkShow: 'Mostrar la red',
  networkReading: 'Leyendo los vínculos…',
  networkAlone: 'Ningún vínculo fuerte o confirmado lleva de este informe a otro que usted tenga.',
  networkSize: (reports, links) => `${reports} informes, ${links === 1 ? '1 vínculo' : `${links} vínculos`}`,
  networkPart: 'Esto es una parte: la red es mayor que lo que se muestra.',
  networkPicture: (reports) =>
    `Dibujo de la red: ${reports} informes como puntos, este en el centro, cada anillo un vínculo más lejos. La lista dice lo mismo.`,
  steps: (count) => (count === 0 ? 'Este informe' : count === 1 ? 'A un vínculo' : `A ${count} vínculos`),
  connects: (a, b) => `${a} – ${b}`,
  networks: 'Redes',
  networksLead:
    'Informes de su agencia unidos por vínculos fuertes, o por débiles que su gente confirmó, y de los que al menos uno está abierto. Primero las mayores.',
  noNetworks: 'Ninguno de sus avisos abiertos está unido a otro informe suyo.',
  networkOf: (reports) => `${reports} informes`,
  networkOpen: (open) => `${open} abiertos`,
  networkTop: (band) => `banda más alta: ${band}`,
  networkFirst: (report) => `Informe ${report}`,
  correct: 'Corregir un lugar',
  correctAbout:
    'El informe se valora y se dirige de nuevo según lo que usted diga. Lo hallado queda a la vista y se avisa a quienes tienen el informe.',
  who: 'De quién es el lugar',
  roles: { subject: 'La persona reportada', child: 'El niño o la niña' },
  country: 'País',
  countryHint: 'Dos letras, como US o CA',
  state: 'Estado o territorio',
  region: 'Región',
  chooseState: 'No se sabe',
  county: 'Condado (FIPS)',
  countyHint: 'Cinco dígitos',
  city: 'Ciudad',
  postalCode: 'Código postal',
  placeErrors: {
    country: 'Dé el país con sus dos letras.',
    county: 'Un condado tiene cinco dígitos, que empiezan por los de su estado.',
    because: 'Diga por qué.',
  },
  sendPlace: 'Registrar el lugar',
  placeSaved: 'Consta. El informe se está valorando y dirigiendo de nuevo.',
  corrections: 'Lo que se corrigió',
  leadsElsewhere: {
    mark: 'ahora lleva a otra parte',
    to: (names) => `Los lugares que se conocen ahora llevan a ${names}.`,
    toNobody:
      'Los lugares que se conocen ahora no llevan a ninguna agencia; el centro de recepción tiene el informe.',
    stays: 'El aviso sigue siendo de su agencia, y lo que se haga con él lo decide ella.',
  },
  correction: (role, place) => `${role}: ${place}`,
  correctedBy: (agency) => `por ${agency}`,
}
