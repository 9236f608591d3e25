import type { Refusals } from './readRefusals.ts'

/** Signing in, passkeys, who belongs to an agency, and a person's own settings. */
export const peopleRefusalsEs: Refusals = {
  // signing in
  'This account is disabled. An administrator of your agency enables it.':
    'Esta cuenta está desactivada. La activa quien administra su agencia.',
  'You belong to no agency here any more.': 'Ya no pertenece a ninguna agencia de aquí.',
  'This agency has no sign-in of its own here.': 'Esta agencia no tiene aquí un inicio de sesión propio.',
  'Your agency’s sign-in does not answer. Its administrators can say why.':
    'El inicio de sesión de su agencia no responde. Quienes lo administran pueden decir por qué.',
  'There is no such person in the demonstration.': 'Esa persona no está en la demostración.',
  'This is no demonstration: prove who you are with what you signed in with.':
    'Esto no es una demostración: demuestre quién es por el medio con el que inició la sesión.',
  'Your agency signed you in: you act for it alone. Sign in by passkey to act for another.':
    'Inició la sesión por su agencia: actúa solo por ella. Para actuar por otra, inicie la sesión con una llave de acceso.',
  'You do not belong to that agency.': 'Usted no pertenece a esa agencia.',
  // passkeys and devices
  'The passkey was not accepted, or the page was open for too long. Try again.':
    'No se aceptó la llave de acceso, o la página estuvo abierta demasiado tiempo. Inténtelo de nuevo.',
  'You have no passkey here.': 'No tiene ninguna llave de acceso aquí.',
  'A passkey belongs to a name and never to an IP number. Open this site by its name; the operator sets it by TIPLINE_PUBLIC_URL.':
    'Una llave de acceso es de un nombre y nunca de un número IP. Abra este sitio por su nombre; quien opera el sistema lo fija con TIPLINE_PUBLIC_URL.',
  'This is your last passkey. Register another before you remove it.':
    'Es su última llave de acceso. Registre otra antes de quitarla.',
  'Nobody has approved a further device for you, or that was too long ago. Ask again.':
    'Nadie ha aprobado otro dispositivo para usted, o fue hace demasiado tiempo. Pídalo de nuevo.',
  'You have {count} passkeys. Remove one.': 'Tiene {count} llaves de acceso. Quite una.',
  'The passkey could not be registered. Try again.':
    'No se pudo registrar la llave de acceso. Inténtelo de nuevo.',
  'The passkey could not be registered. Try again with this link.':
    'No se pudo registrar la llave de acceso. Inténtelo de nuevo con este enlace.',
  'This passkey is registered already.': 'Esta llave de acceso ya está registrada.',
  'Ask an administrator of your agency for a new one.': 'Pida uno nuevo a quien administra su agencia.',
  // who belongs to an agency, and as what
  'At {agency} nobody can be {role}.': 'En {agency} nadie puede tener la función «{role}».',
  'Give the name of a new person, or the id of one who has an account.':
    'Dé el nombre de una persona nueva, o el identificador de quien ya tiene cuenta.',
  'Nobody here has that id. They find it on their own account page.':
    'Aquí nadie tiene ese identificador. Cada persona encuentra el suyo en la página de su cuenta.',
  'They are a member already.': 'Esa persona ya es miembro.',
  'They are no member of the agency any more.': 'Esa persona ya no es miembro de la agencia.',
  'They have that role already.': 'Esa persona ya tiene esa función.',
  'Nobody changes their own access. A colleague does it for you.':
    'Nadie cambia su propio acceso. Lo hace un colega por usted.',
  'The account is neither locked nor disabled.': 'La cuenta no está ni bloqueada ni desactivada.',
  'The same is asked for already, and waits for a second person.':
    'Ya se pidió lo mismo, y espera a una segunda persona.',
  'A second person decides this: neither who asked for it nor whom it is about.':
    'Esto lo decide una segunda persona: ni quien lo pidió ni la persona de quien trata.',
  'This has been decided already.': 'Ya se ha decidido.',
  'That subject is somebody else’s.': 'Ese sujeto es de otra persona.',
  // one's own settings
  'There is no time zone "{zone}".': 'No existe la zona horaria «{zone}».',
  'The key "{key}" would do two things: {actions}.':
    'La tecla «{key}» haría dos cosas. Elija otra para una de ellas.',
}
