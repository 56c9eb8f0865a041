import type { PasskeyOptions } from '@/api'

/** Between WebAuthn, which speaks in bytes, and the server, which speaks JSON with Base64 for URLs. */
const bytes = (text: string) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
const text = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const known = (options: PasskeyOptions): PublicKeyCredentialDescriptor[] => options.credentialIds.map((id) => ({ type: 'public-key', id: bytes(id) }))

export const passkeysWork = () => typeof PublicKeyCredential === 'function' && !!navigator.credentials

/** The person closed the browser's dialog, or let it run out: nothing to explain. */
export const isGivenUp = (error: unknown) => error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')

/** The device has one of the account's passkeys already. */
export const isThereAlready = (error: unknown) => error instanceof DOMException && error.name === 'InvalidStateError'

export async function makePasskey(options: PasskeyOptions, site: string) {
  const { id, name, displayName } = options.user!
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytes(options.challenge),
      rp: { id: options.rpId, name: site },
      user: { id: bytes(id), name, displayName },
      pubKeyCredParams: options.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known(options),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: options.timeoutMillis,
    },
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  return told(made, { attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] })
}

export async function askPasskey(options: PasskeyOptions) {
  const given = (await navigator.credentials.get({
    publicKey: { challenge: bytes(options.challenge), rpId: options.rpId, allowCredentials: known(options), userVerification: 'required', timeout: options.timeoutMillis },
  })) as PublicKeyCredential
  const response = given.response as AuthenticatorAssertionResponse
  return told(given, {
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
  })
}

const told = (credential: PublicKeyCredential, response: object): Record<string, never> =>
  ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
    clientExtensionResults: {},
  }) as never
