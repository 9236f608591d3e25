import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { appearances, languages, setPreference, useAppearance, useLanguage } from '../platform/preferences.ts'

/** Each language is named in itself. */
const languageNames = { en: 'English', es: 'Español' } as const

/** What belongs to every page but to no task: language, appearance, what this is. */
export const Footer = () => {
  const t = useMessages()
  const language = useLanguage()
  const appearance = useAppearance()
  return (
    <footer className="footer no-print">
      <span>{t.product}</span>
      <Link to="/about">{t.shell.about}</Link>
      <Link to="/credits">{t.shell.credits}</Link>
      <label>
        {t.language}{' '}
        <select
          value={language}
          onChange={(event) =>
            setPreference('language', languages.find((each) => each === event.target.value) ?? 'en')
          }
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.shell.appearance}{' '}
        <select
          value={appearance}
          onChange={(event) =>
            setPreference('appearance', appearances.find((each) => each === event.target.value) ?? 'system')
          }
        >
          {appearances.map((each) => (
            <option key={each} value={each}>
              {t.shell.appearances[each]}
            </option>
          ))}
        </select>
      </label>
    </footer>
  )
}
