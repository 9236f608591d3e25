import type { ReportFile } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import type { Messages } from '../../messages/en.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Facts, type Fact } from '../../ui/Facts.tsx'
import { fieldLabel, flagWords } from '../../ui/fieldLabel.ts'
import { Icon } from '../../ui/Icon.tsx'
import { FieldNote } from '../checklists/FieldNote.tsx'
import { FileDoor } from './FileDoor.tsx'

const viewTones = {
  'viewed for this report': 'tag-good',
  'viewed historically by hash': 'tag-warn',
  'not viewed': 'tag-warn',
  'not stated': 'tag-quiet',
} as const satisfies Record<ReportFile['viewState'], string>

type Props = { file: ReportFile; index: number; tipId?: string | undefined }

/** One file in words and figures. Never a picture: ranking and deciding need none. Without a tip there is no door to it. */
export const FileCard = ({ file, index, tipId }: Props) => {
  const t = useMessages()
  const at = `/files/${index}`
  const [main, more] = fileFacts(file, at, t)
  const title = `${fieldLabel('files', t)} ${index + 1}: ${file.fileName ?? file.originalFileName ?? t.tip.noFileName}`
  return (
    <div className="file" data-at={at}>
      <div className="party-head">
        <Icon name="file" />
        <h4>{title}</h4>
      </div>
      <p className="cluster" data-at={`${at}/viewState`}>
        <span className={`tag ${viewTones[file.viewState]} view-state`}>{t.viewStates[file.viewState]}</span>
        <FieldNote field="viewState" label={fieldLabel('viewState', t)} />
        {file.annotations.map((annotation) => (
          <span className="tag" key={annotation} data-at={`${at}/annotations`}>
            {fieldLabel(annotation, t)}
          </span>
        ))}
      </p>
      <Facts facts={main} />
      <details>
        <summary>{t.tip.fileMore}</summary>
        <Facts facts={more} />
      </details>
      {tipId === undefined ? null : <FileDoor tipId={tipId} fileId={file.fileId} title={title} />}
    </div>
  )
}

const mono = (value: string) => <span className="mono">{value}</span>

const fileFacts = (file: ReportFile, at: string, t: Messages): [Fact[], Fact[]] => {
  const fact = (name: string, value: Fact['value']): Fact => ({
    name: fieldLabel(name, t),
    value,
    at: `${at}/${name}`,
    note: <FieldNote field={name} label={fieldLabel(name, t)} />,
  })
  const { received } = file
  const main = [
    fact('publiclyAvailable', flagWords(file.publiclyAvailable, t)),
    fact('industryClassification', file.industryClassification),
    fact('relevance', file.relevance),
    fact('uploadedAt', file.uploadedAt),
    fact('received', received ? <Bytes count={received.sizeBytes} /> : t.tip.noBytes),
    fact('potentialMeme', file.potentialMeme === undefined ? undefined : flagWords(file.potentialMeme, t)),
    fact('tagGroups', file.tagGroups?.map((group) => group.join(', ')).join('\n')),
    ...file.additionalInfo.map((value, index) => ({
      name: fieldLabel('additionalInfo', t),
      value,
      at: `${at}/additionalInfo/${index}`,
    })),
  ]
  const more = [
    fact('fileId', mono(file.fileId)),
    fact('originalFileName', file.originalFileName),
    { name: fieldLabel('receivedName', t), value: received?.name, at: `${at}/received/name` },
    fact('exifViewedByEsp', flagWords(file.exifViewedByEsp, t)),
    fact('locationOfFile', file.locationOfFile),
    fact('submittalId', file.submittalId),
    fact('verificationHash', file.verificationHash ? mono(file.verificationHash) : undefined),
    ...(received
      ? (['md5', 'sha1', 'sha256'] as const).map((name) => ({
          name: name.toUpperCase(),
          value: mono(received[name]),
          at: `${at}/received/${name}`,
        }))
      : []),
    ...file.originalHashes.map(({ hashType, value }, index) => ({
      name: hashType,
      value: mono(value),
      at: `${at}/originalHashes/${index}`,
    })),
    ...file.urls.map((value, index) => ({
      name: fieldLabel('urls', t),
      value: mono(value),
      at: `${at}/urls/${index}`,
    })),
    ...file.metadata.map(({ type, name, value }, index) => ({
      name: type === undefined ? name : `${type}: ${name}`,
      value,
      at: `${at}/metadata/${index}`,
    })),
  ]
  return [main, more]
}
