import { type Role, roles } from '@opentipline/contract'
import { useId } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { useSession } from './session.ts'

const ofClearinghouse: readonly Role[] = [
  'clearinghouse analyst',
  'clearinghouse supervisor',
  'auditor',
  'operator',
  'provider engineer',
]
const ofAgency: readonly Role[] = ['officer', 'agency supervisor', 'agency administrator', 'auditor']

/** The roles of this house, and what each sees. None is chosen until a person chooses it. */
export const RoleSelect = (props: {
  value: Role | undefined
  onChange: (role: Role | undefined) => void
}) => {
  const t = useMessages()
  const id = useId()
  const isClearinghouse = useSession().actingFor.agency.kind === 'clearinghouse'
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {t.people.role}
      </label>
      <select
        className="usa-select"
        id={id}
        required
        value={props.value ?? ''}
        onChange={(event) => props.onChange(roles.find((each) => each === event.target.value))}
      >
        <option value="">{t.people.pickRole}</option>
        {(isClearinghouse ? ofClearinghouse : ofAgency).map((each) => (
          <option key={each} value={each}>
            {t.roles[each]}
          </option>
        ))}
      </select>
      {props.value ? <p className="usa-hint">{t.people.roleAbout[props.value]}</p> : null}
    </div>
  )
}
