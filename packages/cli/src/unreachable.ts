const start =
  'Start it with tipline start or tipline serve, or say with --url where it listens. See: tipline status'
const elsewhere = 'Is the address right, and does a firewall or a proxy stand between?'

/** What each code of the system or of Node says, and what to do about it. */
const because: Record<string, string> = {
  ECONNREFUSED: `nothing listens there. ${start}`,
  ENOTFOUND: 'its name is not known. Check the name, or use the IP address.',
  EAI_AGAIN:
    'its name could not be looked up: no name server answered. Check the network, or use the IP address.',
  ETIMEDOUT: `it did not answer in time. ${elsewhere}`,
  UND_ERR_CONNECT_TIMEOUT: `it did not answer in time. ${elsewhere}`,
  UND_ERR_HEADERS_TIMEOUT: `it took the connection and gave no answer in time. ${elsewhere}`,
  EHOSTUNREACH: `there is no way to that machine. ${elsewhere}`,
  ENETUNREACH: `there is no way to that network. ${elsewhere}`,
  ECONNRESET: `the connection was cut. Does it speak https there, or http? ${elsewhere}`,
  UND_ERR_SOCKET: `the connection was cut. Does it speak https there, or http? ${elsewhere}`,
  EPROTO: 'it does not speak TLS there. Is it http rather than https?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there. Is it http rather than https?',
  CERT_HAS_EXPIRED: 'its certificate has expired. Renew it; the server reads a new one without a restart.',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet. Are the clocks of both machines right?',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another name. Use the name that the certificate was made for.',
}
/** Certificates that no authority known here has signed, in the words of OpenSSL. */
const unknownSigner =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?))$/
const trustSigner =
  'its certificate is signed by nobody that this machine trusts. Name the authority’s certificate in NODE_EXTRA_CA_CERTS=FILE, and never switch the check off.'

/** Causes within causes that are looked through; fetch hides the system's error one or two deep. */
const depthMax = 5

const codeOf = (error: unknown): string | undefined => {
  let at = error
  for (let depth = 0; depth < depthMax && at instanceof Error; depth++) {
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code === 'string') return code
    at = at.cause
  }
  return undefined
}

/** Why a server gave no answer, and what to do: one sentence or two for a person, with the code for who searches for it. */
export const whyUnreachable = (address: string, error: unknown): string => {
  const code = codeOf(error)
  const why = code === undefined ? undefined : unknownSigner.test(code) ? trustSigner : because[code]
  return `The server at ${address} could not be reached${code === undefined ? '' : ` (${code})`}: ${why ?? `the connection failed. ${elsewhere}`}`
}
