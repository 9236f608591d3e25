import { forces } from '@opentipline/contract'
import { DeskProblem, Unreachable } from '@opentipline/client/desk'
import { type ReactNode, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { PageNotLoaded } from '../../platform/lazy.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { AskedForce } from '../../ui/AskedForce.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Force } from '../../ui/Force.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { LinedText } from '../../ui/LinedText.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PartsTable } from '../../ui/PartsTable.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Score } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Voice } from '../../ui/Voice.tsx'
import { AuthorityLine } from '../assessments/AuthorityLine.tsx'
import { AsWritten, AsWrittenNote, Refused, Told } from '../../ui/Told.tsx'

const at = '2026-11-23T10:00:00Z'
const problem = (code: 'not-allowed' | 'server-error'): DeskProblem =>
  new DeskProblem({
    type: 'about:blank',
    title: code,
    status: code === 'not-allowed' ? 403 : 500,
    code,
    requestId: 'request-17',
  })

/** The parts of the desk in their states: for whoever builds a page, and for looking at them all in one theme. */
export const PartsPage = () => {
  const t = useMessages()
  useTitle(t.parts.title)
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.parts.title}</h1>
      <p>{t.parts.lead}</p>
      <Part name="Notice">
        {(['info', 'good', 'warn', 'alarm'] as const).map((tone) => (
          <Notice key={tone} tone={tone} quiet>
            {t.parts.sample} ({tone})
          </Notice>
        ))}
      </Part>
      <Part name="ErrorNotice">
        <ErrorNotice error={problem('not-allowed')} />
        <ErrorNotice error={problem('server-error')} onRetry={() => undefined} />
        <ErrorNotice error={new Unreachable(undefined)} onRetry={() => undefined} />
        <ErrorNotice error={new Error('synthetic')} />
        <ErrorNotice error={new PageNotLoaded('synthetic')} />
      </Part>
      <Part name="Loading">
        <Loading />
      </Part>
      <Part name="Score">
        <Score kind="risk" value={{ low: 40, high: 260 }} band={t.parts.sample} />
        <Score kind="risk" value={{ low: 0, high: 0 }} />
        <Score kind="act" value={{ low: 60, high: 80 }} />
        <Score kind="act" value={{ low: 100, high: 100 }} />
      </Part>
      <Part name="Moment, Age, Bytes">
        <p>
          <Bytes count={1_234_567} /> · <Moment at={at} both /> · <Age at={at} /> ·{' '}
          <Moment at="23 November, about ten" />
        </p>
      </Part>
      <Part name="Facts">
        <Facts
          facts={[
            { name: t.parts.sample, value: '17' },
            { name: `${t.parts.sample} 2`, value: t.common.notStated },
          ]}
        />
      </Part>
      <Part name="AuthorityLine">
        {forces.map((force) => (
          <AuthorityLine
            key={force}
            authority={{ force, citation: 'Synthetic source 17', date: '2026-01-01', status: 'recalled' }}
          />
        ))}
      </Part>
      <Part name="Button, tag, key">
        <p className="cluster">
          <button type="button" className="usa-button">
            {t.parts.sample}
          </button>
          <button type="button" className="usa-button usa-button--outline">
            {t.parts.sample}
          </button>
          <button type="button" className="usa-button usa-button--unstyled">
            {t.parts.sample}
          </button>
          <button type="button" className="usa-button" aria-disabled="true">
            {t.parts.sample}
          </button>
        </p>
        <p className="cluster">
          {['', 'tag-strong', 'tag-quiet', 'tag-warn', 'tag-good', 'tag-unread'].map((kind) => (
            <span key={kind} className={`tag ${kind}`}>
              {t.parts.sample}
            </span>
          ))}
          <kbd>x</kbd>
        </p>
      </Part>
      <Part name="Icon, Key">
        <p className="cluster">
          {(['warn', 'info', 'good', 'clock', 'file', 'link', 'place', 'person', 'machine'] as const).map(
            (name) => (
              <Icon key={name} name={name} />
            ),
          )}
          <Key action="pursue" />
          <Key action="toQueue" />
        </p>
      </Part>
      <Part name="ReasonForm">
        <ReasonForm
          send={t.common.open}
          busy={false}
          error={null}
          onSend={() => undefined}
          onCancel={() => undefined}
        />
      </Part>
      <Part name="Menu, Dialog">
        <Opening />
      </Part>
      <Part name="FormEnd, LinedText">
        <Form />
      </Part>
      <Part name="PartsTable">
        <PartsTable
          name={t.parts.sample}
          words={t.loop.scorecards}
          parts={[{ part: 'where the subject is', present: 12, absent: 3, unknown: 1, notNeeded: 0 }]}
        />
      </Part>
      <Part name="Force, Asked, AskedForce">
        <p className="cluster">
          {(['law', 'agency policy', 'guidance', 'choice'] as const).map((force) => (
            <Force key={force} force={force} />
          ))}
          <Asked prompt="decision" />
          <AskedForce prompt="decision" />
        </p>
      </Part>
      <Part name="Told, Refused, AsWritten">
        <p>
          <Told text="Same account." /> <Refused text="This case is open already." />{' '}
          <AsWritten>Synthetic source 17</AsWritten>
        </p>
        <AsWrittenNote />
      </Part>
      <Part name="Voice, Section">
        {(['stated', 'derived', 'written'] as const).map((voice) => (
          <Voice key={voice} voice={voice} title={t.tip[voice]} about={t.parts.sample}>
            <Section id={`parts-${voice}`} title={`${t.parts.sample}: ${t.tip[voice]}`}>
              <p>Synthetic narrative 17</p>
            </Section>
          </Voice>
        ))}
      </Part>
    </div>
  )
}

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className="stack">
    <h2>{name}</h2>
    {children}
  </section>
)

const Form = () => {
  const t = useMessages()
  const [text, setText] = useState('one: 1\ntwo: 2\n')
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <LinedText
        label={t.parts.sample}
        value={text}
        charactersMax={1000}
        rows={3}
        onText={setText}
        faults={[{ path: '/two', message: t.parts.sample, line: 2 }]}
        faultsSaid={t.documents.faults(1)}
        line={t.documents.line}
        toLine={t.documents.toLine}
      />
      <FormEnd
        send={t.common.open}
        busy={false}
        error={null}
        missing={t.judging.becauseMissing}
        onCancel={() => undefined}
        prompt="reason"
      />
    </form>
  )
}

const Opening = () => {
  const t = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <div className="cluster">
      <Menu label={t.parts.sample}>
        <ul className="way-list">
          <li>
            <a href="#main">{t.skip}</a>
          </li>
        </ul>
      </Menu>
      <button type="button" className="usa-button usa-button--small" onClick={() => setOpen(true)}>
        {t.common.open}
      </button>
      {open ? (
        <Dialog title={t.parts.sample} onClose={() => setOpen(false)}>
          <p>Synthetic narrative 18</p>
        </Dialog>
      ) : null}
    </div>
  )
}
