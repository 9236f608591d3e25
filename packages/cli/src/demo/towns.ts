/**
 * Where the demonstration's people would be. The addresses belong to nobody; data/demo/ip-overlay.csv says the same
 * places of them (a test compares the two).
 */
export type Town = {
  city: string
  /** US state, or the region abroad. */
  region: string
  country: string
  postalCode?: string
  /** North American area code, for the numbers 555-0100 to 555-0199 that are kept for fiction. */
  areaCode?: string
  /** First host and number of hosts of an IPv4 range with one household each. */
  v4?: readonly [prefix: string, first: number, count: number]
  /** Third group of the IPv6 range under 2001:db8, in hex. */
  v6?: string
}

const us = (
  city: string,
  region: string,
  postalCode: string,
  areaCode: string,
  v4: Town['v4'],
  v6: string,
): Town => ({
  city,
  region,
  country: 'US',
  postalCode,
  areaCode,
  v6,
  ...(v4 ? { v4 } : {}),
})

export const milwaukee = us('Milwaukee', 'WI', '53202', '414', ['198.51.100', 144, 8], '45')
export const seattle = us('Seattle', 'WA', '98101', '206', ['203.0.113', 224, 16], '42')
export const spokane = us('Spokane', 'WA', '99201', '509', undefined, '43')
export const sanDiego = us('San Diego', 'CA', '92101', '619', ['192.0.2', 40, 8], '5')

/** The rest of the country, one task force or more each. */
export const elsewhere: readonly Town[] = [
  us('Birmingham', 'AL', '35203', '205', ['192.0.2', 0, 8], '0'),
  us('Phoenix', 'AZ', '85003', '602', ['192.0.2', 16, 8], '2'),
  us('Los Angeles', 'CA', '90012', '213', ['192.0.2', 32, 8], '4'),
  us('Denver', 'CO', '80202', '303', ['192.0.2', 72, 8], '9'),
  us('Miami', 'FL', '33130', '305', ['192.0.2', 112, 8], 'e'),
  us('Atlanta', 'GA', '30303', '404', ['192.0.2', 152, 8], '13'),
  us('Chicago', 'IL', '60602', '312', ['192.0.2', 176, 8], '16'),
  us('Boston', 'MA', '02108', '617', ['192.0.2', 248, 8], '1f'),
  us('Minneapolis', 'MN', '55401', '612', ['198.51.100', 8, 8], '21'),
  us('Las Vegas', 'NV', '89101', '702', ['198.51.100', 56, 8], '27'),
  us('New York', 'NY', '10007', '212', ['198.51.100', 88, 8], '2b'),
  us('Houston', 'TX', '77002', '713', ['198.51.100', 208, 8], '3a'),
  us('Portland', 'OR', '97204', '503', ['198.51.100', 160, 8], '34'),
  us('Nashville', 'TN', '37201', '615', ['198.51.100', 200, 8], '39'),
]

export const abroad: readonly Town[] = [
  { city: 'London', region: 'England', country: 'GB', v4: ['203.0.113', 96, 16] },
  { city: 'Toronto', region: 'Ontario', country: 'CA', v4: ['203.0.113', 112, 16] },
  { city: 'Berlin', region: 'Berlin', country: 'DE', v4: ['203.0.113', 128, 16] },
  { city: 'Manila', region: 'Metro Manila', country: 'PH', v4: ['203.0.113', 176, 16] },
]

/** Addresses that many subscribers share: only the source port and the second tell them apart. */
export const carriers: readonly { town: Town; v4: NonNullable<Town['v4']> }[] = [
  { town: milwaukee, v4: ['203.0.113', 8, 8] },
  { town: seattle, v4: ['203.0.113', 24, 8] },
]

/** A network for hire that hides where its user is. */
export const hiddenNetwork: NonNullable<Town['v4']> = ['203.0.113', 48, 16]
/** Addresses that no table knows. */
export const unknownNetwork: NonNullable<Town['v4']> = ['203.0.113', 240, 16]
