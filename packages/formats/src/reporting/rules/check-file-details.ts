import { booleanOf } from '../model/read.ts'
import type { WireDocument } from '../parse.ts'
import { childNamed, type WireNode } from '../xml/tree.ts'
import { type Judging, type RuleOptions, type Verdict, verdictOf } from './verdict.ts'
import { walkRules } from './walk.ts'

const isMeme = (root: WireNode): boolean =>
  booleanOf(root, 'potentialMeme') === true ||
  childNamed(childNamed(root, 'fileAnnotations'), 'potentialMeme') !== undefined

const exifImpliesViewed = (judging: Judging, root: WireNode): void => {
  const exif = childNamed(root, 'exifViewedByEsp')
  if (!exif || booleanOf(root, 'exifViewedByEsp') !== true || booleanOf(root, 'fileViewedByEsp') === true)
    return
  judging.broken(exif, 'exif-implies-viewed', 'fileViewedByEsp must be true where exifViewedByEsp is true')
}

const supplemental = (judging: Judging, root: WireNode): void => {
  const relevance = childNamed(root, 'fileRelevance')
  if (relevance?.text !== 'Supplemental Reported') return
  if (isMeme(root))
    judging.broken(relevance, 'supplemental-not-meme', 'A potential meme cannot be Supplemental Reported')
  if (childNamed(root, 'industryClassification'))
    judging.broken(
      relevance,
      'supplemental-not-classified',
      'A classified file cannot be Supplemental Reported',
    )
}

const notInBatch = [
  'originalFileName',
  'locationOfFile',
  'originalFileHash',
  'ipCaptureEvent',
  'deviceId',
  'details',
  'additionalInfo',
]
const batchAnnotations = ['viral', 'potentialMeme']

const batchedFile = (judging: Judging, root: WireNode): void => {
  const rule = 'batched-file-details'
  const annotations = childNamed(root, 'fileAnnotations')?.children ?? []
  if (!isMeme(root) && !annotations.some((annotation) => annotation.name === 'viral'))
    judging.broken(root, rule, 'The file of a batched report must be marked viral or potentialMeme')
  for (const annotation of annotations)
    if (!batchAnnotations.includes(annotation.name))
      judging.broken(annotation, rule, `The file of a batched report must not be marked ${annotation.name}`)
  for (const child of root.children)
    if (notInBatch.includes(child.name))
      judging.broken(child, rule, `The file of a batched report must not state ${child.name}`)
  const relevance = childNamed(root, 'fileRelevance')
  if (relevance && relevance.text !== 'Reported')
    judging.broken(relevance, rule, 'The file of a batched report must be Reported')
}

export type FileRuleOptions = RuleOptions & {
  /** Whether the report that the file belongs to is a batched one. */
  batched: boolean
}

/** The documented rules on file details, beyond the schema. Whether report and file exist is the server's to say. */
export const checkFileDetailsRules = (document: WireDocument, options: FileRuleOptions): Verdict =>
  verdictOf(document, options, (judging, root) => {
    walkRules(judging, root, 'fileDetails')
    exifImpliesViewed(judging, root)
    supplemental(judging, root)
    if (options.batched) batchedFile(judging, root)
  })
