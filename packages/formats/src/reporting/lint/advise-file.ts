import type { DescribedFile } from '../model/to-file-details.ts'
import { type AdviceText, advice } from './advice.ts'

const viewed = (file: DescribedFile): AdviceText[] =>
  file.viewedByEsp === undefined
    ? [
        advice(
          'file-viewed',
          '/fileDetails/fileViewedByEsp',
          'It is not stated whether a person at your company viewed the whole file',
          'answer true or false',
          'In several US courts it decides whether an officer needs a warrant to open the file',
        ),
      ]
    : []

const publicity = (file: DescribedFile): AdviceText[] =>
  file.publiclyAvailable === undefined
    ? [
        advice(
          'file-public',
          '/fileDetails/publiclyAvailable',
          'It is not stated whether the file was publicly available',
          'answer true or false',
          'It bears on whether a warrant is needed, and on how far the file has spread',
        ),
      ]
    : []

const uploaded = (file: DescribedFile): AdviceText[] =>
  file.uploadedAt === undefined
    ? [
        advice(
          'file-upload-time',
          '/fileDetails/uploadedToEspTimestamp',
          'It is not stated when the user uploaded the file',
          'state the exact time with its offset',
          'It is the time a network operator is asked about',
        ),
      ]
    : []

const source = (file: DescribedFile): AdviceText[] =>
  file.ipCaptures.length === 0
    ? [
        advice(
          'file-ip',
          '/fileDetails/ipCaptureEvent',
          'The network address the file was uploaded from is not stated',
          'add it with its exact time and source port',
          'It ties this file to a place',
        ),
      ]
    : []

const naming = (file: DescribedFile): AdviceText[] =>
  file.originalFileName === undefined
    ? [
        advice(
          'file-name',
          '/fileDetails/originalFileName',
          'The name the file had at the user is not stated',
          'add it',
          'It links the file to what is found on a device later',
        ),
      ]
    : []

/** What an agency would need of a file and the details do not state. A batched report's file may hold less. */
export const adviseOnFile = (file: DescribedFile, batched: boolean): AdviceText[] =>
  batched
    ? [...viewed(file), ...publicity(file)]
    : [...viewed(file), ...publicity(file), ...uploaded(file), ...source(file), ...naming(file)]
