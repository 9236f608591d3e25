import type { AccountHistory } from '@opentipline/domain'
import type { Language } from '../../platform/preferences.ts'

type HistoryWords = {
  title: string
  about: string
  patterns: Record<AccountHistory['pattern'], string>
  home: (place: string) => string
  counts: (captures: number, addresses: number) => string
  hidden: (captures: number) => string
  doubtful: (captures: number) => string
  shared: string
  sharedAbout: string
  place: string
  captures: string
  first: string
  last: string
}

/** The words of the section, which come with it and not with the first page. */
export const historyWords: Record<Language, HistoryWords> = {
  en: {
    title: 'Where each account was over time',
    about:
      'Every address and time that the report gives for an account, placed by the databases named under the findings.',
    patterns: {
      consistent: 'One place over time',
      'home and travel': 'A home, and other places',
      'several places': 'Several places, none of them a home',
      'not one person': 'Too far apart for the time between: a proxy, or more than one person',
      unknown: 'Too little is known to tell a pattern',
    },
    home: (place) => `Most often at ${place}, over at least a week.`,
    counts: (captures, addresses) =>
      `${captures} ${captures === 1 ? 'capture' : 'captures'} from ${addresses} ${addresses === 1 ? 'address' : 'addresses'}.`,
    hidden: (captures) => `${captures} through a network that hides where its user is; they tell no place.`,
    doubtful: (captures) =>
      `${captures} placed with low confidence, for example because the data are far from that day.`,
    shared: 'Used one of the same addresses:',
    sharedAbout: 'It is one household only if the address is not shared among subscribers.',
    place: 'Place',
    captures: 'Captures',
    first: 'First',
    last: 'Last',
  },
  es: {
    title: 'Dónde estuvo cada cuenta a lo largo del tiempo',
    about:
      'Cada dirección y hora que el informe da para una cuenta, ubicada por las bases de datos que se nombran en los hallazgos.',
    patterns: {
      consistent: 'Un solo lugar a lo largo del tiempo',
      'home and travel': 'Un domicilio y otros lugares',
      'several places': 'Varios lugares, ninguno un domicilio',
      'not one person': 'Demasiado lejos para el tiempo transcurrido: un proxy o más de una persona',
      unknown: 'Se sabe muy poco para ver un patrón',
    },
    home: (place) => `Casi siempre en ${place}, durante al menos una semana.`,
    counts: (captures, addresses) =>
      `${captures} ${captures === 1 ? 'captura' : 'capturas'} desde ${addresses} ${addresses === 1 ? 'dirección' : 'direcciones'}.`,
    hidden: (captures) => `${captures} por una red que oculta dónde está su usuario; no indican lugar.`,
    doubtful: (captures) =>
      `${captures} ubicadas con poca confianza, por ejemplo porque los datos están lejos de ese día.`,
    shared: 'Usó una de las mismas direcciones:',
    sharedAbout: 'Es un solo hogar únicamente si la dirección no se comparte entre suscriptores.',
    place: 'Lugar',
    captures: 'Capturas',
    first: 'Primera',
    last: 'Última',
  },
}
