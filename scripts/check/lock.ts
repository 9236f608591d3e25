import { missingOptional } from '../complete-lock.mjs'
import type { Check } from './project.ts'

/** `npm ci` refuses a lock that leaves out another platform's optional packages. */
export const lockCheck: Check = {
  name: 'package lock',
  run: (project) => {
    const text = project.files.get('package-lock.json')
    if (text === undefined)
      return [{ file: 'package-lock.json', message: 'is missing. Run npm install, then npm run lock.' }]
    const missing = missingOptional(JSON.parse(text))
    if (missing.length === 0) return []
    return [
      {
        file: 'package-lock.json',
        message: `leaves out ${missing.length} optional packages (${missing[0]?.name}, ...), so npm ci would refuse it. Run npm run lock.`,
      },
    ]
  },
}
