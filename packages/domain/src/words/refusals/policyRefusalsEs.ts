import type { Refusals } from './readRefusals.ts'

/** Policies of an agency: drafts, proposals, what is in force. */
export const policyRefusalsEs: Refusals = {
  'There is no such policy.': 'No existe esa política.',
  'There is no such policy that can be used.': 'No existe esa política, o no puede usarse.',
  'Your agency has no such policy of its own.': 'Su agencia no tiene esa política propia.',
  'This policy cannot be copied as it is.': 'Esta política no se puede copiar tal como está.',
  'What has been proposed does not change. Make a copy and edit that.':
    'Lo propuesto no cambia. Haga una copia y edítela.',
  'Only a draft can be proposed.': 'Solo se puede proponer un borrador.',
  'This policy has problems. Nothing was proposed.': 'Esta política tiene problemas. No se propuso nada.',
  'Only a draft or a proposal can be taken back.': 'Solo se puede retirar un borrador o una propuesta.',
  'Only what has been proposed can be activated.': 'Solo se puede activar lo que se ha propuesto.',
  'Your agency asks for a second person: who wrote or proposed it does not activate it.':
    'Su agencia pide una segunda persona: quien la escribió o la propuso no la activa.',
  'Another policy is being activated. Wait until it is in force.':
    'Se está activando otra política. Espere a que esté en vigor.',
}
