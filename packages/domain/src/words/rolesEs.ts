import type { Role } from '@opentipline/contract'

/** What somebody's part is called, in Spanish: on the desk and in what the server refuses. */
export const rolesEs: Record<Role, string> = {
  'provider engineer': 'Ingeniería del proveedor',
  'clearinghouse analyst': 'Analista del centro',
  'clearinghouse supervisor': 'Supervisión del centro',
  officer: 'Agente',
  'agency supervisor': 'Supervisión de la agencia',
  'agency administrator': 'Administración de la agencia',
  auditor: 'Auditoría',
  operator: 'Operación',
}
