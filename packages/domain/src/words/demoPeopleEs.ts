/** Who the people of the demonstration are, in Spanish, by the English of `data/demo/people.yaml`. */
export const demoPeopleEs: Readonly<Record<string, string>> = {
  'An officer of the Wisconsin task force with a full queue. A good place to start.':
    'Agente del grupo operativo de Wisconsin con la cola llena. Un buen sitio para empezar.',
  "The officer's supervisor at the same task force.": 'Supervisa al agente en el mismo grupo operativo.',
  "The administrator of the Wisconsin task force, who sets the agency's own rules and reads no report.":
    'Administra el grupo operativo de Wisconsin: fija las reglas de la agencia y no lee ningún informe.',
  'An officer of the Washington task force, who receives what Wisconsin refers.':
    'Agente del grupo operativo de Washington, que recibe lo que Wisconsin remite.',
  'An officer in San Diego, in a state that has five task forces.':
    'Agente en San Diego, en un estado que tiene cinco grupos operativos.',
  'An analyst at the clearinghouse, who sees what is on the way, stuck, or has nowhere to go yet. Decides nothing.':
    'Analista del centro de recepción: ve lo que está en camino, atascado o aún sin destino. No decide nada.',
  "The analyst's supervisor, who lets people in, decides on destroying files and says what was done about damaged ones.":
    'Supervisa al analista: da acceso, decide sobre la destrucción de archivos y dice qué se hizo con los dañados.',
  'An auditor at the clearinghouse, who reads who did what and can verify the log. Sees no report.':
    'Auditoría del centro de recepción: lee quién hizo qué y puede verificar el registro. No ve ningún informe.',
  'An engineer of a service that files reports. Sees its credentials, its own reports and their receipts, and nothing else.':
    'Ingeniería de un servicio que presenta informes. Ve sus credenciales, sus propios informes y sus acuses, y nada más.',
  'Who runs the machine. Is told when stored evidence is damaged, and sees no report.':
    'Quien mantiene la máquina. Se le avisa cuando hay pruebas guardadas dañadas, y no ve ningún informe.',
}
