import type { Refusals } from './readRefusals.ts'

/** Letters and other documents, and the templates they are made from. */
export const documentRefusalsEs: Refusals = {
  'There is no template of this kind.': 'No hay ninguna plantilla de este tipo.',
  'This template does not ask for "{field}".': 'Esta plantilla no pide «{field}».',
  'Enter: {fields}.': 'Rellene: {fields}.',
  'Enter: {field}': 'Rellene: {field}',
  'A tip has {count} documents at most.': 'Un aviso tiene {count} documentos como máximo.',
  'The document would be larger than the limit.': 'El documento superaría el tamaño permitido.',
  'This tip has no such document.': 'Este aviso no tiene ese documento.',
  'Sending is recorded once it is done; this moment is still to come.':
    'El envío se registra cuando ya se hizo; ese momento aún no ha llegado.',
  'Say which recorded letter this renews.': 'Diga qué carta registrada renueva.',
  'A template has {count} versions at most.': 'Una plantilla tiene {count} versiones como máximo.',
}
