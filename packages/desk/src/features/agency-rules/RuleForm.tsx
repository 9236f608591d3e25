import type { AgencyRuleValue } from '@opentipline/contract'
import { type AgencyRule, type AgencyRuleId, agencyRules, ruleFault } from '@opentipline/domain'
import { useId, useState } from 'react'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useRuleAct } from './ruleQuery.ts'
import { useRuleWords } from './words.ts'

type Props = {
  id: AgencyRuleId
  value: AgencyRuleValue
  secondPerson: boolean
  onDone: (words: string) => void
  onCancel: () => void
}

/** Sets a rule anew, with a reason. */
export const RuleForm = ({ id, value, secondPerson, onDone, onCancel }: Props) => {
  const rw = useRuleWords()
  const [next, setNext] = useState<AgencyRuleValue | undefined>(value)
  const [refused, setRefused] = useState(false)
  const set = useRuleAct((body: { value: AgencyRuleValue; because: string }) =>
    desk.call('setAgencyRule', { params: { rule: id }, body }),
  )
  const send = (because: string): void => {
    const fits = next !== undefined && ruleFault(id, next) === undefined
    setRefused(!fits)
    if (!fits) return
    set.mutate(
      { value: next, because },
      {
        onSuccess: ({ state }) => onDone(state === 'proposed' ? rw.proposedNow : rw.saved),
      },
    )
  }
  return (
    <ReasonForm
      prompt="agency rule"
      send={secondPerson ? rw.propose : rw.save}
      busy={set.isPending}
      error={set.error}
      onSend={send}
      onCancel={onCancel}
    >
      <ValueField rule={agencyRules[id]} value={next} onChange={setNext} refused={refused} />
    </ReasonForm>
  )
}

type FieldProps = {
  rule: AgencyRule
  value: AgencyRuleValue | undefined
  onChange: (value: AgencyRuleValue | undefined) => void
  refused: boolean
}

const ValueField = ({ rule, value, onChange, refused }: FieldProps) => {
  const rw = useRuleWords()
  const id = useId()
  if (rule.shape === 'number')
    return (
      <div>
        <label className="usa-label" htmlFor={id}>
          {rw.newValue} <span className="hint">{rw.range(rule.min, rule.max)}</span>
        </label>
        <input
          id={id}
          className="usa-input"
          type="number"
          min={rule.min}
          max={rule.max}
          step={1}
          defaultValue={typeof value === 'number' ? value : ''}
          aria-describedby={`${id}-fault`}
          onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
        />
        <p className="field-error small" id={`${id}-fault`} role="status">
          {refused ? rw.notInRange(rule.min, rule.max) : ''}
        </p>
      </div>
    )
  const options =
    rule.shape === 'switch'
      ? [
          { key: 'on', name: rw.on, checked: value === true, to: true },
          { key: 'off', name: rw.off, checked: value === false, to: false },
        ]
      : rule.choices.map((choice) => ({
          key: choice,
          name: rw.choices[choice] ?? choice,
          checked: Array.isArray(value) && value.includes(choice),
          to: toggled(value, choice),
        }))
  return (
    <fieldset className="reasons">
      <legend className="usa-label">{rw.newValue}</legend>
      {options.map((option) => (
        <div className={rule.shape === 'switch' ? 'usa-radio' : 'usa-checkbox'} key={option.key}>
          <input
            className={rule.shape === 'switch' ? 'usa-radio__input' : 'usa-checkbox__input'}
            type={rule.shape === 'switch' ? 'radio' : 'checkbox'}
            name={id}
            id={`${id}-${option.key}`}
            checked={option.checked}
            onChange={() => onChange(option.to)}
          />
          <label
            className={rule.shape === 'switch' ? 'usa-radio__label' : 'usa-checkbox__label'}
            htmlFor={`${id}-${option.key}`}
          >
            {option.name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const toggled = (value: AgencyRuleValue | undefined, choice: string): string[] => {
  const chosen = Array.isArray(value) ? value : []
  return chosen.includes(choice) ? chosen.filter((each) => each !== choice) : [...chosen, choice]
}
