import { api } from '#app/api.ts'

/** Whether this browser can work with passkeys; over plain http none can. */
export const passkeysWork = () =>
  'PublicKeyCredential' in globalThis &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential

/** The person turned away from the browser's question; nothing needs to be said. */
export const isTurnedAway = (error: unknown) => error instanceof DOMException

export async function signInByPasskey(): Promise<void> {
  const options = await api('POST /session/challenge')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
  const credential = await navigator.credentials.get({ publicKey })
  await api('POST /session/passkey', { body: { response: told(credential) } })
}

export async function makePasskey(name: string): Promise<void> {
  const options = await api('POST /me/passkeys/challenge')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
  const credential = await navigator.credentials.create({ publicKey })
  await api('POST /me/passkeys', { body: { name, response: told(credential) } })
}

const told = (credential: Credential | null): Record<string, unknown> => ({
  ...(credential as PublicKeyCredential).toJSON(),
})

/** What somebody would call the device they hold: "Firefox, Linux". */
export function deviceName(agent = navigator.userAgent): string {
  const browser = first(agent, { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' })
  const system = first(agent, {
    iPhone: 'iPhone',
    iPad: 'iPad',
    Android: 'Android',
    Windows: 'Windows',
    'Mac OS X': 'Mac',
    Linux: 'Linux',
  })
  return [browser, system].filter(Boolean).join(', ')
}

const first = (agent: string, names: Record<string, string>) =>
  Object.entries(names).find(([mark]) => agent.includes(mark))?.[1]
