import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Public Sans, SIL Open Font License 1.1 (NOTICE). It has Latin letters; what it lacks is named on paper and not left out. */
const file = (name: string): Buffer =>
  readFileSync(require.resolve(`@uswds/uswds/fonts/public-sans/${name}.ttf`))

let read: { regular: Buffer; bold: Buffer } | undefined

/** The faces of a document; read once. @throws when the package is not installed */
export const documentFonts = (): { regular: Buffer; bold: Buffer } => {
  read ??= { regular: file('PublicSans-Regular'), bold: file('PublicSans-Bold') }
  return read
}
