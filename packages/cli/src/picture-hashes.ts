import { type PictureSetting, pictureSettings } from '@opentipline/domain'
import { Refused } from './exit.ts'

/** Of which files picture hashes may be computed, as the operator set it; off where nothing is set. */
export const pictureHashes = (): PictureSetting => {
  const given = process.env.TIPLINE_PICTURE_HASHES ?? 'off'
  const found = pictureSettings.find((setting) => setting === given)
  if (!found)
    throw new Refused('usage', `TIPLINE_PICTURE_HASHES takes ${pictureSettings.join(', ')}, not "${given}".`)
  return found
}
