import type { affiliatesEn } from './affiliates.en.ts'

/** Las palabras de las agencias afiliadas en español. */
export const affiliatesEs: typeof affiliatesEn = {
  title: 'Afiliadas',
  lead: 'Agencias que la suya dirige. Los avisos de sus áreas llegan primero aquí; alguien de su agencia los pasa, como remisión con un solo titular, o los conserva. Lo que decide una afiliada es suyo y no se muestra aquí.',
  led: (name, since) => `${name} dirige su agencia desde ${since}.`,
  none: 'No hay ninguna afiliada anotada.',
  standing: 'Anotadas ahora',
  ended: 'Anotaciones terminadas',
  tree: 'El árbol por debajo de su agencia hoy',
  treeNone: 'Hoy no hay nadie por debajo de su agencia.',
  whole: (state) => `todo ${state}`,
  parts: (state, counties, places) =>
    [state, counties > 0 ? (counties === 1 ? '1 condado' : `${counties} condados`) : '', places]
      .filter((each) => each !== '')
      .join(': '),
  first: 'Su gente mira primero todo lo de su área.',
  straight: (kinds) => `Va directamente allí, por la regla de su agencia: ${kinds}`,
  from: (day) => `desde ${day}`,
  until: (day) => `hasta antes de ${day}`,
  by: (name) => `anotado por ${name}`,
  endedBy: (name) => `terminado por ${name}`,
  counts: (straight, offered, accepted, returned, unanswered) =>
    `Últimos 30 días: ${straight} directos; ${offered} ofrecidos por su gente, de ellos ${accepted} aceptados, ${returned} devueltos, ${unanswered} sin respuesta. Nadie tiene que responder en ningún plazo.`,
  enter: 'Anotar una afiliada',
  change: 'Cambiar',
  changeNamed: (name) => `Cambiar: ${name}`,
  endNamed: (name) => `Terminar: ${name}`,
  end: 'Terminar',
  endDay: 'Primer día en que ya no rige',
  endSend: 'Terminarla',
  name: 'Nombre',
  state: 'Estado',
  chooseState: 'Elija un estado',
  counties: 'Condados (FIPS)',
  countiesHint: '(cinco cifras cada uno, separados por comas; vacío y sin lugares: todo el estado)',
  places: 'Lugares',
  placesHint: '(separados por comas; se usan donde no se conoce el condado)',
  kinds: 'Va directamente allí',
  kindsAbout:
    'Sin ninguno, su gente los mira todos primero. Lo que aquí figura es política de su agencia; rige para los informes que lleguen desde su día.',
  fromDay: 'Primer día en que rige',
  send: 'Anotarla',
  sendChange: 'Anotar el cambio',
  saved: 'Está anotado.',
  people: 'A su gente la invita quien opera el servidor; hasta entonces nadie allí ve un aviso.',
  missing: 'Hacen falta un nombre de tres letras, un estado y un día.',
  countiesWrong: 'Un condado son cinco cifras.',
}
