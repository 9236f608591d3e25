/**
 * The choices that the public contract leaves to a server, each with its reason. Those about reading documents are
 * in the formats package; those about HTTP and state are here.
 */

/** An unfinished report lapses at the later of these two (documented). */
export const lapseAfterOpenedHours = 24
export const lapseAfterChangeHours = 1

/** An XML call with a form's content type is an invalid request: nothing in it could be the document. */
export const formForXmlCode = 4000

/** An urlencoded upload, one without a `file` part, or with a text field of that name, carries no file. */
export const noFileCode = 4200

/** `id` missing, repeated, not a number, or the form itself unreadable. */
export const badFormCode = 4000

/** Bytes of a form field: an id has at most 16 digits. */
export const formFieldBytesMax = 1024
/** Parts of a form: `id` and `file`, with room for clients that add a note or two. */
export const formPartsMax = 16

/**
 * How long a checked credential is believed before it is looked up again. Short enough that a revocation bites at
 * once for a person, long enough to spare a look-up on each of a provider's calls.
 */
export const credentialTrustMs = 2_000

/** The number of report ids taken from the sequence at once. Ids of a batch lost in a restart are never used. */
export const reportIdsTaken = 64

/** From this size on an upload's report is looked at before its bytes are taken; a shorter one is read by then. */
export const checkedFirstFromBytes = 1_048_576

/**
 * Bytes of one uploaded file, unless the operator says otherwise: far above any that a service keeps of one post, and a
 * limit all the same, so that a client gone wrong does not fill the disk that others report to. The documentation names
 * none, and no code for it: 4200 is told, which says that this file as it is cannot be taken.
 */
export const uploadBytesMaxUsual = 64 * 1_073_741_824
export const tooLargeFileCode = 4200
/** What a form has besides its file: an upload that says to be longer than both is refused before it is read. */
export const formAroundFileBytes = 65_536
