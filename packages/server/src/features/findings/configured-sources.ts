import { readHashListIndex } from './hash-list-index.ts'
import { demoOverlayPath, type OpenedSources, openSources } from './sources/openSources.ts'

/**
 * The sources as the operator configured them: own location database, own range table, the hash lists in the data folder; the
 * demonstration's table in a demonstration.
 */
export const openConfiguredSources = async (wish: {
  demo: boolean
  locationDatabase?: string | undefined
  rangeTable?: string | undefined
  dataDir?: string | undefined
}): Promise<OpenedSources> =>
  openSources({
    ...(wish.locationDatabase === undefined
      ? {}
      : { locations: { ipv4: wish.locationDatabase, ipv6: wish.locationDatabase } }),
    hashLists: wish.dataDir === undefined ? [] : await readHashListIndex(wish.dataDir),
    overlays: [
      ...(wish.rangeTable === undefined ? [] : [wish.rangeTable]),
      // The addresses of the demonstration belong to nobody; its own table says where they would be.
      ...(wish.demo ? [demoOverlayPath] : []),
    ],
  })
