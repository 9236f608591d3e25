/** What the signals ask, in Spanish, by the English question that the judgement gives. A test holds that none is left out. */
export const questionsEs: Record<string, string> = {
  'Did the provider ask for priority?': '¿Pidió el proveedor prioridad?',
  'Does a text of the report state that somebody is in a crisis or may harm themselves?':
    '¿Dice un texto del informe que alguien está en crisis o puede hacerse daño?',
  'Is contact abuse indicated?': '¿Hay indicios de abuso con contacto?',
  'Is a file labelled as live-streamed?': '¿Hay un archivo etiquetado como transmitido en directo?',
  'Is a child being solicited or enticed?': '¿Se solicita o se engatusa a un menor?',
  'Is it annotated as sextortion?': '¿Está anotado como sextorsión?',
  'Is it annotated as sadistic online exploitation?': '¿Está anotado como explotación sádica en línea?',
  'Is trafficking, or travel for abuse, the incident type?':
    '¿Es el tipo de incidente trata, o viaje para abusar?',
  'Does the report carry something by which a child could be identified?':
    '¿Trae el informe algo con lo que se podría identificar a un menor?',
  'Is a child stated to be below 13, or a file labelled with an infant?':
    '¿Consta que un menor tiene menos de 13 años, o hay un archivo etiquetado con un bebé?',
  'Is a file labelled A1 or A2?': '¿Hay un archivo etiquetado A1 o A2?',
  'Is a file labelled with violence?': '¿Hay un archivo etiquetado con violencia?',
  'May the child have made the material itself?': '¿Puede haber hecho el propio menor el material?',
  'Is it annotated as between minors?': '¿Está anotado como entre menores?',
  'Does the reported person have access to a child?': '¿Tiene la persona reportada acceso a un menor?',
  'Does the reported person work or volunteer with children?':
    '¿Trabaja la persona reportada con menores, o es voluntaria con ellos?',
  'Is the reported person stated to be a convicted sex offender?':
    '¿Consta que la persona reportada fue condenada por un delito sexual?',
  'Were there earlier reports about this account?': '¿Hubo informes anteriores sobre esta cuenta?',
  'Does the report say which account or person it is about?':
    '¿Dice el informe de qué cuenta o persona trata?',
  'Does the report describe 25 files or more?': '¿Describe el informe 25 archivos o más?',
  'Is somebody named who was meant to receive it?': '¿Se nombra a alguien que debía recibirlo?',
  'Is the reported account in a named group?': '¿Está la cuenta reportada en un grupo con nombre?',
  'Does another report strongly share an identifier?':
    '¿Comparte otro informe un identificador de forma fuerte?',
  'Is a file on a list of known hashes?': '¿Está un archivo en una lista de huellas conocidas?',
  'Is every file labelled as generated or drawn?':
    '¿Están todos los archivos etiquetados como generados o dibujados?',
  'Is a file labelled as made by generative AI?': '¿Hay un archivo etiquetado como hecho con IA generativa?',
  'Is a file labelled as drawn or virtual?': '¿Hay un archivo etiquetado como dibujado o virtual?',
  'Is it a viral item or a meme, as a whole?': '¿Es todo ello algo viral o un meme?',
  'Does the provider itself mark it as informational or spam?':
    '¿Lo marca el propio proveedor como informativo o no deseado?',
  'Is it known in which state or country the reported person is?':
    '¿Se sabe en qué estado o país está la persona reportada?',
  'Is the reported person located to a county or nearer?':
    '¿Está localizada la persona reportada hasta el condado o más cerca?',
  'Is it known in which state or country the child is, or at which school?':
    '¿Se sabe en qué estado o país está el menor, o en qué escuela?',
  'Is the child located to a county or nearer?': '¿Está localizado el menor hasta el condado o más cerca?',
  'Do the places of the report lie in different states or countries?':
    '¿Están los lugares del informe en estados o países distintos?',
  'Is the reported person outside the United States?':
    '¿Está la persona reportada fuera de los Estados Unidos?',
  'Did a file come with the report?': '¿Vino un archivo con el informe?',
  'Does the report describe a file, whether or not it came?':
    '¿Describe el informe un archivo, haya venido o no?',
  'Did text of a conversation come with the report?': '¿Vino texto de una conversación con el informe?',
  'Is there a time to the second, with its zone, of an act of the reported person?':
    '¿Hay una hora exacta al segundo, con su zona, de un acto de la persona reportada?',
  'Did a network address of the reported person come with the report?':
    '¿Vino con el informe una dirección de red de la persona reportada?',
  'Is a source port stated with an address?': '¿Consta un puerto de origen con una dirección?',
  'Is every address of the reported person shared by many subscribers?':
    '¿Comparten muchos abonados todas las direcciones de la persona reportada?',
  'Was the reported account taken over by somebody else?':
    '¿Tomó otra persona el control de la cuenta reportada?',
  'Is the reported person a user of another platform?':
    '¿Es la persona reportada usuaria de otra plataforma?',
  'May the address be a proxy, VPN, relay or machine for hire?':
    '¿Puede ser la dirección un proxy, una VPN, un relé o una máquina de alquiler?',
  'Does the subject have a conviction for a sexual offence against a child?':
    '¿Tiene el investigado una condena por un delito sexual contra un menor?',
  'Were there earlier allegations of abuse against the subject?':
    '¿Hubo acusaciones anteriores de abuso contra el investigado?',
  'Does the subject have convictions of another kind?': '¿Tiene el investigado condenas de otro tipo?',
  'Is domestic abuse by the subject on record?': '¿Consta violencia doméstica del investigado?',
  'Is substance misuse by the subject on record?': '¿Consta abuso de sustancias del investigado?',
  "Do children live in the subject's household?": '¿Viven menores en el hogar del investigado?',
  'Does the subject hold a position of trust with children?':
    '¿Ocupa el investigado un puesto de confianza con menores?',
  'Does the pattern of offending go back two years or more?':
    '¿Se remonta el patrón de delitos a dos años o más?',
  'Does an officer, for reasons written down, hold the risk to be high?':
    '¿Considera un agente, por razones escritas, que el riesgo es alto?',
  'Did a person at the provider view every file for this report?':
    '¿Vio una persona del proveedor todos los archivos para este informe?',
  'Was a file open to the public?': '¿Estaba un archivo abierto al público?',
  'Was an act of the reported person at most 90 days before receipt?':
    '¿Hubo un acto de la persona reportada como mucho 90 días antes de recibirse?',
  "Does the provider's hold end within 30 days?": '¿Termina la conservación del proveedor en 30 días?',
  'Did the provider also tell a police agency?': '¿Avisó también el proveedor a una agencia policial?',
  'Is another agency already working on it?': '¿Trabaja ya otra agencia en ello?',
  'Does the material appear to be home-made?': '¿Parece casero el material?',
  'Does the reported person distribute for money?': '¿Distribuye la persona reportada por dinero?',
}
