import { useShownLanguage } from '../../messages/messages.tsx'
import { portalEn, type PortalMessages } from '../../messages/portal.en.ts'
import { portalEs } from '../../messages/portal.es.ts'

/** The words of the provider's pages in the language that is shown. */
export const usePortalWords = (): PortalMessages => (useShownLanguage() === 'es' ? portalEs : portalEn)
