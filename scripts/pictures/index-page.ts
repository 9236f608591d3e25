import { pagePictures } from './pages.ts'
import { sheetFile, singleFile } from './shots.ts'

const entry = (picture: (typeof pagePictures)[number]): string => `## ${picture.name}

${picture.shows}${picture.who ? `, as ${picture.who} sees it` : ''}. \`${picture.route}\`

[![${picture.shows}: three sizes, light and dark](${sheetFile(picture)})](${singleFile(picture)})
`

/** The index of the pictures, in Markdown. */
export const indexPage = (): string => `# Every page of the desk

Taken by \`npm run pictures\` from a demonstration after a day's work: at 1366 x 768, 2560 x 1440 and 390 x 844, light and dark. Each
leads to the first of the six in its own size. All that they show is invented.

${pagePictures.map(entry).join('\n')}`
