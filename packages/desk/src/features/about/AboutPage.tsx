import { forces, undoWindowSeconds, viewStates } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** What this program is, in plain words: whose voice is whose, what the scores mean, how far a rule binds. */
export const AboutPage = () => {
  const t = useMessages()
  useTitle(t.about.title)
  return (
    <div className="page page-narrow stack about">
      <h1 tabIndex={-1}>{t.about.title}</h1>
      <p className="lead">{t.about.lead}</p>
      <h2>{t.about.voices}</h2>
      <p>{t.about.voicesLead}</p>
      <dl className="about-list">
        <div className="voice-key voice-stated">
          <dt>{t.tip.stated}</dt>
          <dd>{t.tip.statedAbout}</dd>
        </div>
        <div className="voice-key voice-derived">
          <dt>{t.tip.derived}</dt>
          <dd>{t.tip.derivedAbout}</dd>
        </div>
        <div className="voice-key voice-written">
          <dt>{t.tip.written}</dt>
          <dd>{t.tip.writtenAbout}</dd>
        </div>
      </dl>
      <h2>{t.about.scores}</h2>
      <p>{t.about.scoresLead}</p>
      <h2>{t.about.forces}</h2>
      <p>{t.about.forcesLead}</p>
      <dl className="about-list">
        {forces.map((force) => (
          <div key={force}>
            <dt>
              <span className={`tag force-${force.replace(' ', '-')}`}>{t.tip.forces[force]}</span>
            </dt>
            <dd>{t.tip.forceAbout[force]}</dd>
          </div>
        ))}
      </dl>
      <h2>{t.about.files}</h2>
      <p>{t.about.filesLead}</p>
      <ul>
        {viewStates.map((state) => (
          <li key={state}>{t.viewStates[state]}</li>
        ))}
      </ul>
      <h2>{t.about.decide}</h2>
      <p>{t.about.decideLead(undoWindowSeconds)}</p>
      <h2>{t.about.log}</h2>
      <p>{t.about.logLead}</p>
    </div>
  )
}
