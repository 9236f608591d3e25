/** The words of signing in, the lock, and people and access, in Spanish. */
import type { Messages } from './en.ts'

export const peopleEs: Messages['people'] = {
  proveTitle: '¿Es usted?',
  proveLead: 'Esto pide una prueba reciente de quién es usted. Vale durante cinco minutos.',
  proveBy: {
    demonstration:
      'Esto es una demostración: aquí no se prueba nada. Fuera de ella usaría su llave de acceso o el inicio de sesión de su agencia.',
    passkey: 'Use su llave de acceso: huella, rostro, PIN o llave de seguridad.',
    oidc: 'El inicio de sesión de su agencia se abre en otra pestaña. Vuelva aquí cuando termine.',
  },
  proveWith: { passkey: 'Usar su llave de acceso', oidc: 'Usar el inicio de sesión de su agencia' },
  goOnAs: (name: string) => `Continuar como ${name}`,
  waiting: 'Esperándole…',
  lockedTitle: 'Bloqueado',
  lockedLead: (name: string, agency: string) =>
    `${name}, ${agency}. Lo que estaba haciendo sigue aquí y nadie puede verlo. Demuestre quién es para continuar.`,
  lockedSignOut: 'Cerrar la sesión; lo que no se guardó se pierde',
  owedTitle: 'Sesión cerrada en esta pantalla',
  owedLead: 'Aquí no queda nada de lo que usted vio, pero no se pudo avisar al servidor.',
  owedMore:
    'Se le avisa en cuanto responda, también si la página se cierra y se vuelve a abrir. Hasta entonces su sesión sigue allí, bloqueada tras 15 minutos sin uso. Quédese hasta que esta página muestre el inicio de sesión, o avise a su administrador.',
  owedTry: 'Intentar ahora',
  lock: 'Bloquear el puesto',
  noticeTitle: 'Antes de iniciar la sesión',
  notice:
    'Este sistema es solo para personas autorizadas. Lo que haga aquí se registra con su nombre y puede comprobarse. Al iniciar la sesión lo acepta, y acepta usarlo solo para sus funciones.',
  otherWays: 'Iniciar la sesión con una llave de acceso',
  signInByPasskey: 'Iniciar la sesión con una llave de acceso',
  passkeyAbout:
    'Aquí no hay contraseñas. Su dispositivo o su llave de seguridad guarda la llave de acceso. Si no tiene ninguna, un administrador de su agencia le da un enlace de un solo uso.',
  passkeysAt: 'Las llaves de acceso funcionan en esta dirección:',
  passkeysNot:
    'En esta dirección no pueden usarse llaves de acceso, porque es solo un número. Quien opera el sistema puede darle un nombre.',
  byAgency: 'O por su agencia',
  signInBy: (name: string) => `Iniciar la sesión por ${name}`,
  passkeyCancelled: 'No ocurrió nada: la petición se cerró o caducó. Inténtelo de nuevo cuando quiera.',
  passkeyRefused: (why: string) =>
    `Su navegador o dispositivo no lo aceptó (${why}). Quizá ya guarda una llave suya, o no tiene ninguna para esta dirección.`,
  joinNoLink: 'El enlace no está completo.',
  joinNoLinkMore:
    'Abra otra vez el enlace que recibió, hasta su último carácter. Si no tiene ninguno, pídalo a quien administra su agencia.',
  joinTitle: 'Registre su llave de acceso',
  joinLead: {
    join: 'Le han invitado. Registre una llave de acceso: desde entonces inicia su sesión, y este enlace queda usado.',
    recover:
      'Su acceso se ha restablecido. Registre una nueva llave de acceso: las anteriores ya no valen. Si otra agencia también le tenía como miembro, tiene que admitirle de nuevo.',
  },
  goodUntil: 'Este enlace vale hasta',
  deviceName: 'Cómo llama a este dispositivo o llave',
  deviceNameHint: 'Por ejemplo: ordenador de mesa, llave de seguridad azul',
  register: 'Registrar una llave de acceso',
  title: 'Personas y acceso',
  lead: 'Quién pertenece a su agencia y qué puede hacer. Cada cambio está en el libro de registro, con quién lo pidió y quién lo aprobó.',
  members: (count: number) => `Personas (${count})`,
  invite: 'Invitar a alguien',
  name: 'Nombre',
  hasAccount: 'Ya tiene una cuenta aquí',
  ownId: 'Identificador de la cuenta',
  ownIdAbout: 'Déselo a un administrador de otra agencia que le quiera como miembro.',
  subject: 'Sujeto en el inicio de sesión de la agencia (exacto)',
  role: 'Función',
  pickRole: 'Elija una función',
  roleAbout: {
    'provider engineer': 'Cuida la parte técnica de los informes de un proveedor. No lee contenido.',
    'clearinghouse analyst': 'Lee todos los informes reales y encamina los que no encuentran agencia.',
    'clearinghouse supervisor': 'Analista que además cuida de las personas del centro.',
    officer: 'Lee los avisos de la agencia y decide.',
    'agency supervisor': 'Oficial que además aprueba políticas y cambios de acceso.',
    'agency administrator': 'Cuida de las personas y las reglas de la agencia. No lee avisos.',
    auditor: 'Lee el libro de registro, nunca el contenido.',
    operator: 'Opera la máquina. No lee ni el registro ni el contenido.',
  },
  waitingFor: 'A la espera de una segunda persona',
  waitingAbout:
    'Nadie da acceso por sí solo: quien lo pidió no lo aprueba, y nadie aprueba lo que trata de sí mismo.',
  decided: 'Decidido últimamente',
  decidedAbout: 'El libro de registro los tiene todos.',
  changes: {
    invite: (name: string, role: string) => `Invitar a ${name} como ${role}`,
    role: (name: string, role: string) => `Hacer a ${name} ${role}`,
    recover: (name: string, _what: string) => `Dejar que ${name} se registre de nuevo`,
    device: (name: string, _what: string) => `Dejar que ${name} añada un dispositivo`,
    subject: (name: string, subject: string) =>
      `Conocer a ${name} como ${subject} en el inicio de sesión de la agencia`,
  },
  states: {
    waiting: 'En espera',
    approved: 'Aprobado',
    refused: 'Rechazado',
    alone: 'En vigor; no había nadie más para aprobarlo',
  },
  made: {
    waiting: (name: string) => `Pedido. Surte efecto cuando lo apruebe una segunda persona: ${name}.`,
    approved: (name: string) => `Aprobado: ${name}.`,
    refused: (name: string) => `Rechazado: ${name}.`,
    alone: (name: string) =>
      `En vigor: ${name}. Su agencia aún no tiene a nadie más que pudiera aprobarlo; el registro lo dice.`,
  },
  linkAbout: (name: string) =>
    `Entregue este enlace a ${name}, en persona o por un medio seguro. Se muestra esta única vez, sirve una vez y durante 24 horas.`,
  copyLink: 'Copiar el enlace',
  copied: 'Copiado.',
  putAway: 'Guardar',
  askedBy: (name: string) => `Lo pidió ${name}`,
  decidedBy: (name: string) => `Lo decidió ${name}`,
  approve: 'Aprobar',
  refuse: 'Rechazar',
  onlyOne:
    'Nadie más de su agencia puede aprobar todavía. Hasta que entre una segunda persona que supervise o administre, lo que usted pida entra en vigor al momento, y el registro lo dice cada vez.',
  notYours: 'Esto lo decide otra persona.',
  you: 'Usted',
  personStates: {
    invited: 'Aún no ha iniciado sesión',
    locked: 'Bloqueada tras intentos fallidos',
    disabled: 'Desactivada: sin uso durante 90 días',
  },
  since: 'Miembro desde',
  passkeyCount: (count: number) => `${count} ${count === 1 ? 'llave de acceso' : 'llaves de acceso'}`,
  knownAs: (subject: string) => `En el inicio de sesión de la agencia: ${subject}`,
  lastSignIn: 'Último inicio de sesión',
  unlock: 'Desbloquear',
  acts: {
    role: 'Cambiar la función',
    recover: 'Dispositivo perdido',
    subject: 'Inicio de sesión de la agencia',
    end: 'Terminar la pertenencia',
  },
  actAbout: {
    role: 'Surte efecto cuando lo apruebe una segunda persona.',
    recover:
      'Para quien perdió todas sus llaves. Cuando lo apruebe una segunda persona, ninguna de sus llaves vale y recibe un enlace de un solo uso.',
    subject: 'El sujeto exacto con el que el proveedor OpenID de su agencia nombra a esta persona.',
    end: 'Surte efecto de inmediato. Lo que hizo queda bajo su nombre.',
  },
  newLink: {
    name: 'Nuevo enlace de un solo uso',
    about:
      'Para quien perdió su enlace, o a quien se le venció, antes de entrar. Cuando lo apruebe una segunda persona, el enlace anterior no vale y recibe uno nuevo.',
  },
  oidcAt: (issuer: string) => `El inicio de sesión propio de su agencia es ${issuer}.`,
  accountTitle: 'Su cuenta',
  methods: {
    demonstration: 'Sesión iniciada como persona de la demostración.',
    passkey: 'Sesión iniciada con llave de acceso.',
    oidc: 'Sesión iniciada por su agencia.',
  },
  passkeys: 'Llaves de acceso',
  passkeysAbout:
    'Otro dispositivo necesita a una segunda persona de su agencia, para que nadie añada uno en su nombre.',
  noPasskeys: 'No tiene ninguna llave de acceso aquí.',
  removePasskey: (label: string) => `Quitar ${label}`,
  remove: 'Quitar',
  registered: 'Registrada',
  lastUsed: 'Último uso',
  backedUp: 'Guardada también en la nube del fabricante',
  addDevice: 'Añadir un dispositivo',
  askDevice: 'Pedir añadir un dispositivo',
  deviceWaiting: 'Pidió añadir un dispositivo. Tiene que aprobarlo una segunda persona de su agencia.',
  deviceApproved: 'Se aprobó otro dispositivo. Regístrelo hasta',
  sessions: 'Sesiones',
  sessionsAbout:
    'Dónde tiene la sesión abierta. Una sesión se bloquea a los 15 minutos y termina a las 12 horas.',
  began: 'Empezó',
  lastSeen: 'Último uso',
  thisSession: 'Esta',
  endSession: 'Terminarla',
}
