/** What one law-enforcement JSON document may be at most. A tip is far smaller; the limits bound memory and time. */
export const leJsonLimits = {
  /** Bytes of one document. The largest narratives known are a few megabytes; the tree takes about ten times this. */
  documentBytesMax: 32 * 1024 * 1024,
  /** Levels of objects and lists. The documented shape has nine; parsing and walking recurse once per level. */
  depthMax: 64,
  /** The same below our own extension key, which holds the report model and may hold whole foreign values in it. */
  extensionDepthMax: 128,
  /** Objects, lists and scalars in one document. */
  valuesMax: 500_000,
} as const
