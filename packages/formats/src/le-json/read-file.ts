import type { ReportFile, ViewState } from '@opentipline/contract'
import { readCaptures } from './read-captures.ts'
import { isAbsent, stated, takeFlag, takeItems, takeObject, takeText, takeTexts } from './take.ts'
import type { Tree, TreeObject } from './tree.ts'

/** Every tag of every group; a group without tags stays as an empty group. Undefined where no tags are stated. */
const readTagGroups = (tree: Tree | undefined): string[][] | undefined => {
  if (tree === undefined || isAbsent(tree)) return undefined
  const groups = takeItems(tree, 'groups', ['tags']).filter((group) => !isAbsent(group))
  if (tree.type === 'object' && !tree.read && !tree.members.has('tags')) return undefined
  return groups.map((group) =>
    group.type === 'object' && group.members.has('tags')
      ? takeTexts(takeObject(group)?.members.get('tags'), 'tags')
      : takeTexts(group),
  )
}

/** A name without a value, or a value without a name, is left unread. */
const readMetadata = (tree: Tree | undefined): ReportFile['metadata'] =>
  takeItems(tree, 'metadatas', ['name', 'value']).flatMap((item) => {
    if (isAbsent(item) || item.type !== 'object') return []
    if (isAbsent(item.members.get('name')) || isAbsent(item.members.get('value'))) return []
    const object = takeObject(item)
    const name = takeText(object?.members.get('name'))
    const value = takeText(object?.members.get('value'))
    return name === undefined || value === undefined ? [] : [{ name, value }]
  })

/**
 * The file's own flag decides, and nothing else does: text that some providers put under every file says that files
 * "may" have been viewed earlier by their hash, which states nothing about this file.
 */
const viewStateOf = (viewedByEsp: boolean | undefined): ViewState => {
  if (viewedByEsp === undefined) return 'not stated'
  return viewedByEsp ? 'viewed for this report' : 'not viewed'
}

const readObject = (object: TreeObject): Omit<ReportFile, 'fileId'> => {
  const captures = readCaptures(object.members.get('sourceInformation'), 'URL')
  const viewedByEsp = takeFlag(object.members.get('viewedByEsp'))
  return {
    fileName: takeText(object.members.get('filename')),
    originalFileName: takeText(object.members.get('originalFilename')),
    viewedByEsp,
    viewState: viewStateOf(viewedByEsp),
    annotations: [],
    industryClassification: takeText(object.members.get('industryClassification')),
    originalHashes: [],
    verificationHash: takeText(object.members.get('verificationHash')),
    submittalId: takeText(object.members.get('submittalId')),
    tagGroups: readTagGroups(object.members.get('ncmecTags')),
    ipCaptures: captures.ipCaptures,
    urls: captures.urls,
    devices: [],
    metadata: readMetadata(object.members.get('espMetadata')),
    additionalInfo: takeTexts(object.members.get('additionalInformations')),
  }
}

/** The packaged name, else the clearinghouse's number for it, else its place; made unique within the report. */
const fileIdOf = (file: Omit<ReportFile, 'fileId'>, taken: Set<string>): string => {
  const wanted = file.fileName ?? file.submittalId ?? `file ${taken.size + 1}`
  let fileId = wanted
  for (let copy = 2; taken.has(fileId); copy += 1) fileId = `${wanted} (${copy})`
  taken.add(fileId)
  return fileId
}

/** The files of the document, in its order. */
export const readFiles = (tree: Tree | undefined): ReportFile[] => {
  const taken = new Set<string>()
  return takeItems(tree, 'uploadedFiles', ['filename', 'verificationHash']).flatMap((item) => {
    const object = takeObject(item)
    if (object === undefined) return []
    const file = readObject(object)
    return [stated({ fileId: fileIdOf(file, taken), ...file })]
  })
}
