import type { CaseTask, CaseView, TaskChange } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useCaseWrite } from './useCaseWrite.ts'

/** What is to be done. There is no date by which. */
export const CaseTasks = ({ view }: { view: CaseView }) => {
  const { cases: words } = useMessages().loop
  const { caseId, state } = view.row
  return (
    <Section level={2} id="case-tasks" title={words.tasks}>
      {view.tasks.length === 0 ? <p className="muted">{words.noTasks}</p> : null}
      <ul className="line-list">
        {view.tasks.map((task) => (
          <TaskLine key={task.taskId} caseId={caseId} task={task} open={state === 'open'} />
        ))}
      </ul>
      {state === 'open' ? <AddTask caseId={caseId} /> : null}
    </Section>
  )
}

/** What somebody can say of a task as it stands. */
const changesOf = (task: CaseTask): TaskChange['change'][] =>
  task.done ? ['not done'] : [task.taken === null ? 'take' : 'leave', 'done']

const TaskLine = ({ caseId, task, open }: { caseId: string; task: CaseTask; open: boolean }) => {
  const { cases: words } = useMessages().loop
  const change = useCaseWrite((wish: TaskChange['change']) =>
    desk.call('changeTask', { params: { caseId, taskId: task.taskId }, body: { change: wish } }),
  )
  const names = { take: words.take, leave: words.leave, done: words.done, 'not done': words.notDone } as const
  return (
    <li className="line">
      <span className={task.done ? 'prose muted' : 'prose'}>{task.says}</span>
      <span className="cluster small">
        <span className="muted">
          <Moment at={task.madeAt} />, {words.by(task.madeBy)}
          {task.done ? ` · ${words.doneBy(task.done.by)}` : null}
          {!task.done && task.taken ? ` · ${words.takenBy(task.taken)}` : null}
        </span>
        {open
          ? changesOf(task).map((each) => (
              <button
                key={each}
                type="button"
                className="usa-button usa-button--unstyled no-print"
                aria-label={`${names[each]}: ${task.says}`}
                aria-disabled={change.isPending}
                onClick={() => (change.isPending ? undefined : change.mutate(each))}
              >
                {names[each]}
              </button>
            ))
          : null}
        <span role="status">{change.isPending ? words.saving : ''}</span>
      </span>
      {change.isError ? <ErrorNotice error={change.error} /> : null}
    </li>
  )
}

const AddTask = ({ caseId }: { caseId: string }) => {
  const { cases: words } = useMessages().loop
  const id = useId()
  const [says, setSays] = useState('')
  const add = useCaseWrite((wish: string) =>
    desk.call('addTask', { params: { caseId }, body: { says: wish } }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (says.trim() !== '' && !add.isPending) add.mutate(says.trim(), { onSuccess: () => setSays('') })
  }
  return (
    <form className="stack-tight no-print" onSubmit={submit}>
      <label className="usa-label" htmlFor={id}>
        {words.addTask}
      </label>
      <div className="cluster">
        <input
          id={id}
          className="usa-input grow"
          maxLength={500}
          value={says}
          onChange={(event) => setSays(event.target.value)}
        />
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={add.isPending || says.trim() === ''}
        >
          {add.isPending ? words.saving : words.saveTask}
        </button>
        <Asked prompt="case" />
      </div>
      {add.isError ? <ErrorNotice error={add.error} /> : null}
    </form>
  )
}
