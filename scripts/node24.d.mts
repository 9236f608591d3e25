/** The npm package that carries the Node binary of a platform. */
export function nodePackage(platform: string, processor: string): string
/** Node 24 or later, or one sentence on what to install. */
export function findNode24(
  folder?: string,
  running?: { platform: string; arch: string; execPath: string; versions: { node: string } },
): { path: string } | { missing: string }
