/** The little of `oidc-provider` that the tests use; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { JsonWebKey } from 'node:crypto'
  import type { RequestListener } from 'node:http'

  type Client = {
    client_id: string
    client_secret: string
    redirect_uris: string[]
    token_endpoint_auth_method: string
  }
  type Context = { path: string; body: unknown; get(header: string): string; throw(status: number): never }

  export class Provider {
    constructor(
      issuer: string,
      configuration: { clients: Client[]; clientAuthMethods: string[]; jwks: { keys: JsonWebKey[] } },
    )
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): RequestListener
  }
}
