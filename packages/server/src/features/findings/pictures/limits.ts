/** Bytes of a file that is looked at as a picture: the largest photographs of cameras are below it. */
export const pictureBytesMax = 64 * 1024 * 1024
/** Points of a picture: a file of a few bytes can claim any number, and each point costs memory. */
export const picturePointsMax = 100_000_000
/** Points along the longer side that a hash is computed of; the publisher scales to as many. */
export const scaledSideMax = 512
/** A decoder that takes longer has hung. */
export const decodeTimeoutMs = 20_000
/** Alike pictures named with one: a viral one has thousands, and the nearest tell as much. */
export const nearMax = 64
