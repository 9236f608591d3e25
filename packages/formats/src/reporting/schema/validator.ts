import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { schemaText } from './compose.ts'
import type { SchemaVersion } from './versions.ts'

const compiled = new Map<SchemaVersion, XsdValidator>()

/**
 * The compiled schema of a version. It is compiled at first use, once in each thread, and kept for the life of
 * the thread: it is never disposed of, by intent.
 */
export const validatorFor = (version: SchemaVersion): XsdValidator => {
  const known = compiled.get(version)
  if (known) return known
  const document = XmlDocument.fromString(schemaText(version))
  try {
    const validator = XsdValidator.fromDoc(document)
    compiled.set(version, validator)
    return validator
  } finally {
    document.dispose()
  }
}
