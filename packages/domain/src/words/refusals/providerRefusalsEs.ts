import type { Refusals } from './readRefusals.ts'

/** A provider's own pages: its credentials, its reports and their receipts. */
export const providerRefusalsEs: Refusals = {
  'You belong to no provider yet. Ask the clearinghouse to add you to yours.':
    'Aún no pertenece a ningún proveedor. Pida al centro de recepción que le añada al suyo.',
  'As {role} you may not do this: it is for the engineers of a provider.':
    'Su función, «{role}», no permite hacer esto: es para la ingeniería de un proveedor.',
  'Your provider has no such credential.': 'Su proveedor no tiene esa credencial.',
  '{count} {environment} credentials of this provider work already. Revoke one first.':
    'Ya funcionan {count} credenciales {environment} de este proveedor. Revoque una antes.',
  'This credential was revoked before.': 'Esta credencial ya se revocó.',
  'This credential no longer works, so there is nothing to rotate. Make a new one.':
    'Esta credencial ya no funciona y no hay nada que rotar. Cree una nueva.',
  'This credential was replaced by {credential} already. Rotate that one.':
    'A esta credencial ya la sustituyó {credential}. Rote esa.',
  'Your provider filed no such report in this environment.':
    'Su proveedor no presentó ese informe en este entorno.',
  'The report is open. There is a receipt for a finished one.':
    'El informe está abierto. Hay recibo cuando está terminado.',
  'The report is retracted. There is a receipt for a finished one.':
    'El informe está retirado. Solo hay recibo de uno terminado.',
  'The report is expired. There is a receipt for a finished one.':
    'El informe ha caducado. Solo hay recibo de uno terminado.',
  'The receipt follows within ten seconds of the finish. Ask again then.':
    'El recibo llega a los diez segundos de terminar el informe. Pídalo de nuevo entonces.',
}
