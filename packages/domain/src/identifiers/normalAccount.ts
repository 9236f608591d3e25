import { slug } from './slug.ts'

const valueMaxLength = 256

/** Where an account lives. `service` is set where the provider runs several and says which. */
export type Platform = { readonly provider?: string | undefined; readonly service?: string | undefined }

/**
 * `provider` or `provider/service`, or undefined when neither is stated: an account number without its platform
 * identifies nobody. The service stays in, since one provider's services may number accounts separately.
 */
function normalPlatform(platform: Platform): string | undefined {
  const provider = slug(platform.provider ?? '')
  const service = slug(platform.service ?? '')
  if (provider === '') return service === '' ? undefined : service
  return service === '' || service === provider ? provider : `${provider}/${service}`
}

/** `platform:id`. The id keeps its case, since many platforms number accounts in case-sensitive letters. */
export function normalAccount(platform: Platform, id: string): string | undefined {
  const place = normalPlatform(platform)
  const value = id.trim().normalize('NFC')
  if (place === undefined || value === '' || value.length > valueMaxLength || /[\p{Cc}]/u.test(value))
    return undefined
  return `${place}:${value}`
}

/** `platform:name` in lower case without a leading `@`: platforms treat names alike whatever their case. */
export function normalScreenName(platform: Platform, name: string): string | undefined {
  const value = name.trim().normalize('NFKC').toLowerCase().normalize('NFKC').replace(/^@+/, '').trim()
  return normalAccount(platform, value)
}
