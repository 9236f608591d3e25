/**
 * Bounds on a document. The contract itself names no length limit for text elements, so each stands well above
 * anything a report needs, and below what would let one document hold the service.
 */
export const documentLimits = {
  /** Bytes of one document. A text of 2 MB is legitimate; libxml2 itself stops at 10 MB for one text node, and this stays under it so that no unnamed limit is met. */
  sizeBytesMax: 8 * 1024 * 1024,
  /** Nesting. The deepest legal path has 6 levels. */
  depthMax: 32,
  /** Elements in one document: some 8,000 network events with all their parts. */
  elementsMax: 50_000,
  /** Attributes on one element. The schema's fullest has 5; namespace declarations come on top. */
  attributesMax: 32,
  /** Comments and CDATA sections in one document; together they make as many nodes as elements may. */
  sectionsMax: 50_000,
  /** Processing instructions in one document. They carry nothing here, and each is slow to step over. */
  instructionsMax: 1_000,
  /** Problems told in one answer. The rest would only repeat them. */
  problemsMax: 50,
  /** Characters of a value quoted in a message. */
  quotedCharactersMax: 80,
} as const

/**
 * Documents above this size (bytes) belong into a worker thread: one of this size takes about 10 ms at the worst
 * (all of it small elements), and every other request of the process waits as long.
 */
export const workerThreadFromBytes = 64 * 1024
