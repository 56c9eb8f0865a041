import type * as C from './contract'
import { answer, client, setCsrfToken } from './http'

/** Coming in by the provider of a workspace; apart, since the first page needs none of it. */
export const provider = {
  name: (workspace: string) => answer(client.GET('/session/provider', { params: { query: { workspace } } })),
  begin: (workspace: string, choose?: boolean) => answer(client.POST('/session/provider/challenge', { body: { workspace, ...(choose ? { choose } : {}) } })),
  signIn: async (body: C.ProviderAnswer) => {
    const session = await answer(client.POST('/session/provider', { body }))
    setCsrfToken(session.csrfToken)
    return session
  },
  beginProof: () => answer(client.POST('/session/confirmation/provider/challenge')),
  prove: (body: C.ProviderAnswer) => answer(client.POST('/session/confirmation/provider', { body })),
  show: () => answer(client.GET('/sign-in-provider')),
  change: (version: number, body: C.SignInProviderPatch) =>
    answer(client.PATCH('/sign-in-provider', { params: { header: { 'If-Match': `"v${version}"` } }, body })),
  remove: () => answer(client.DELETE('/sign-in-provider')),
}
