/** What finds out about an unknown signal, and what a provider could state, in Spanish, by the English of the signal's definition. */
export const actsEs: Readonly<Record<string, string>> = {
  'Read the report as the clearinghouse holds it, or ask the clearinghouse whether the provider escalated it':
    'Leer el informe como lo tiene el centro de recepción, o preguntarle si el proveedor pidió prioridad',
  'Read the texts of the report, and ask the provider for the complete conversation it already holds':
    'Leer los textos del informe y pedir al proveedor la conversación completa que ya conserva',
  'Read the conversation and run a records check on the reported person':
    'Leer la conversación y consultar los registros sobre la persona reportada',
  'Ask the provider whether the material was streamed, and when':
    'Preguntar al proveedor si el material se transmitió en directo, y cuándo',
  'Read the conversation, or ask the provider for the one it already holds':
    'Leer la conversación, o pedir al proveedor la que ya conserva',
  'Read the conversation, or ask the provider': 'Leer la conversación, o preguntar al proveedor',
  'Read the conversation and check the group named in the report':
    'Leer la conversación y comprobar el grupo que nombra el informe',
  'Read the report and check payment and travel records':
    'Leer el informe y comprobar los registros de pagos y viajes',
  'Ask the provider for the account of the child that it already knows, and check linked reports':
    'Pedir al proveedor la cuenta del menor que ya conoce y mirar los informes vinculados',
  'Ask the provider or the clearinghouse for the age label':
    'Pedir la etiqueta de edad al proveedor o al centro de recepción',
  'Ask the provider for the label of the files that its staff viewed':
    'Pedir al proveedor la etiqueta de los archivos que su personal vio',
  'Ask the provider or the clearinghouse for labels':
    'Pedir las etiquetas al proveedor o al centro de recepción',
  'Ask the provider for the stated ages of the accounts':
    'Pedir al proveedor las edades indicadas en las cuentas',
  'Run a records check on the household of the reported person':
    'Consultar los registros sobre el hogar de la persona reportada',
  'Check the occupation in open sources and licensing records':
    'Comprobar la ocupación en fuentes abiertas y registros de licencias',
  'Look up the sex offender registry': 'Consultar el registro de delincuentes sexuales',
  'Search the earlier reports for the account, e-mail and phone':
    'Buscar la cuenta, el correo y el teléfono en los informes anteriores',
  'Ask the provider which account the report is about':
    'Preguntar al proveedor de qué cuenta trata el informe',
  'Count the files': 'Contar los archivos',
  'Ask the provider for the recipients it already knows':
    'Pedir al proveedor los destinatarios que ya conoce',
  'Ask the provider for the group, and search linked reports for it':
    'Pedir al proveedor el grupo y buscarlo en los informes vinculados',
  'Let the link stage run': 'Dejar que se ejecute el paso de vínculos',
  'Load a hash list and check the hashes that came with the report':
    'Cargar una lista de huellas y comprobar las que vinieron con el informe',
  'Check the hashes for how many reports carry the same item':
    'Comprobar por las huellas cuántos informes traen lo mismo',
  'Ask the provider whether it means the report for information only':
    'Preguntar al proveedor si el informe es solo informativo',
  'Ask for the subscriber behind the address and time, by subpoena where the law asks for one':
    'Pedir quién es el abonado de esa dirección a esa hora, por citación donde la ley la exija',
  "Read the conversation for the school or town, and ask for the child's account records":
    'Buscar en la conversación la escuela o la población, y pedir los registros de la cuenta del menor',
  'Fetch the files from the channel that the document came by, or ask the provider for those it holds':
    'Traer los archivos por la vía por la que vino el documento, o pedir al proveedor los que conserva',
  'Ask the provider for the complete conversation it already holds':
    'Pedir al proveedor la conversación completa que ya conserva',
  'Ask the provider for the time of the upload or message':
    'Pedir al proveedor la hora de la subida o del mensaje',
  'Ask the provider for the addresses of log-in and upload, with time and port':
    'Pedir al proveedor las direcciones de inicio de sesión y de subida, con hora y puerto',
  'Ask the provider for the source port of the address and time':
    'Pedir al proveedor el puerto de origen de esa dirección a esa hora',
  'Look up the network operator of the address and time':
    'Averiguar qué operador tenía esa dirección a esa hora',
  'Ask the provider for signs of a takeover, and compare log-ins over time':
    'Pedir al proveedor indicios de que la cuenta fue tomada y comparar los inicios de sesión',
  'Ask the provider on which platform the account is':
    'Preguntar al proveedor en qué plataforma está la cuenta',
  'Look up the network of the address, and ask for other log-ins of the account':
    'Averiguar la red de la dirección y pedir otros inicios de sesión de la cuenta',
  'Run a criminal history check': 'Consultar los antecedentes penales',
  "Search the agency's own records and child-protection records":
    'Buscar en los registros de la agencia y en los de protección de menores',
  'Search call and incident records for the address':
    'Buscar el domicilio en los registros de llamadas e incidentes',
  "Search the agency's own records": 'Buscar en los registros de la agencia',
  'Check household, school and benefit records as the law allows':
    'Comprobar los registros del hogar, escolares y de prestaciones según lo permita la ley',
  'Check employment, licensing and volunteer records':
    'Comprobar los registros de empleo, licencias y voluntariado',
  'Compare the dates of linked reports and returned records':
    'Comparar las fechas de los informes vinculados y de los registros recibidos',
  'Compare what the provider says of its files and labels with linked reports; a file is opened only where the law allows':
    'Comparar lo que el proveedor dice de sus archivos y etiquetas con los informes vinculados; un archivo se abre solo donde la ley lo permite',
  'Read the conversation, and follow the payment names that a text gives':
    'Leer la conversación y seguir los nombres de pago que da un texto',
  'Record the concern and its reasons at the desk': 'Registrar aquí la preocupación y sus razones',
  'Ask the provider whether a person viewed each file before the report':
    'Preguntar al proveedor si una persona vio cada archivo antes del informe',
  'Ask the provider whether the whole file was publicly available':
    'Preguntar al proveedor si el archivo entero estaba disponible al público',
  'Ask the provider for the time of the act': 'Pedir al proveedor la hora del acto',
  'Look up when the provider submitted the report': 'Mirar cuándo envió el proveedor el informe',
  'Ask the provider, or check deconfliction records':
    'Preguntar al proveedor, o consultar los registros de coordinación entre agencias',
  'Run a deconfliction check and record its result':
    'Hacer una consulta de coordinación entre agencias y registrar su resultado',
  'If your staff already know of a danger to a child, say so and why in escalateToHighPriority':
    'Si su personal ya sabe de un peligro para un menor, dígalo, y por qué, en escalateToHighPriority',
  'Include the complete communication that you already hold with the report':
    'Incluya con el informe la comunicación completa que ya conserva',
  'Set the annotation liveStreaming on files that you know to come from a stream':
    'Ponga la anotación liveStreaming en los archivos que sabe que vienen de una transmisión',
  'Choose the incident type that fits best and include the conversation that you already hold':
    'Elija el tipo de incidente que mejor corresponda e incluya la conversación que ya conserva',
  'Set the annotation sextortion where your staff have seen it':
    'Ponga la anotación sextortion donde su personal la haya visto',
  'Set the annotation sadisticOnlineExploitation where your staff have seen it':
    'Ponga la anotación sadisticOnlineExploitation donde su personal la haya visto',
  "Name the child's account, contact or school where your records of the incident already hold it":
    'Nombre la cuenta, el contacto o la escuela del menor si sus registros del incidente ya los tienen',
  "State the child's age where the account already holds it":
    'Indique la edad del menor si la cuenta ya la tiene',
  'Give industryClassification for files that your staff have already viewed':
    'Dé industryClassification para los archivos que su personal ya vio',
  'Set the annotation on files that your staff have already viewed':
    'Ponga la anotación en los archivos que su personal ya vio',
  'Give the numbers of the earlier reports that you filed on this account':
    'Dé los números de los informes anteriores que presentó sobre esta cuenta',
  'Name the account (espIdentifier, screenName) and the e-mail and phone that you hold for it':
    'Nombre la cuenta (espIdentifier, screenName) y el correo y teléfono que conserva de ella',
  'Name the intended recipients that your records of the incident hold':
    'Nombre los destinatarios previstos que constan en sus registros del incidente',
  'Give groupIdentifier where the incident happened in a group':
    'Dé groupIdentifier si el incidente ocurrió en un grupo',
  'Give the original hashes that you already hold for each file':
    'Dé las huellas originales que ya conserva de cada archivo',
  'Set generativeAi where your staff have found it to be so':
    'Ponga generativeAi donde su personal lo haya comprobado',
  'Mark viral items and memes as such, and file them as a batch':
    'Marque como tales los elementos virales y los memes, y preséntelos en un lote',
  'Give the addresses of log-in and upload, with time and port, and the location you hold for the account':
    'Dé las direcciones de inicio de sesión y de subida, con hora y puerto, y el lugar que conserva de la cuenta',
  'Give the address or verified location that you hold for the account':
    'Dé el domicilio o el lugar verificado que conserva de la cuenta',
  "Give the location or school that you already hold for the child's account":
    'Dé el lugar o la escuela que ya conserva de la cuenta del menor',
  'Upload the file that the report is about': 'Suba el archivo del que trata el informe',
  'Give the time of the upload or message to the second, with its zone, and say what it is the time of':
    'Dé la hora de la subida o del mensaje al segundo, con su zona, y diga de qué es esa hora',
  'Give the addresses of log-in and upload that you hold, with time and port':
    'Dé las direcciones de inicio de sesión y de subida que conserva, con hora y puerto',
  'Give the source port with each address where your logs hold it':
    'Dé el puerto de origen con cada dirección si sus registros lo tienen',
  'State compromisedAccount for the reported account': 'Indique compromisedAccount para la cuenta reportada',
  'State thirdPartyUserReported, and name the other platform':
    'Indique thirdPartyUserReported y nombre la otra plataforma',
  'State possibleProxy for each address, and give earlier log-ins of the account that you hold':
    'Indique possibleProxy para cada dirección y dé los inicios de sesión anteriores que conserva de la cuenta',
  'State fileViewedByEsp for each file': 'Indique fileViewedByEsp para cada archivo',
  'State publiclyAvailable for each file': 'Indique publiclyAvailable para cada archivo',
  'Give the time of the upload or message to the second, with its zone':
    'Dé la hora de la subida o del mensaje al segundo, con su zona',
  'Name the agency and its case number where you were already in touch':
    'Nombre la agencia y su número de caso si ya estuvo en contacto',
}
