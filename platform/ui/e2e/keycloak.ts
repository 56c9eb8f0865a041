import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { expect, test as base, unique, type Page } from './world'

/** Where the build unpacks it, from Maven Central; the tests in Payara have it too, at another time. */
const UNPACKED = resolve(import.meta.dirname, '../../../ear/tests/target/provider')
const LOG = resolve(import.meta.dirname, '../target/keycloak.log')
export const CLIENT = { id: 'quen', asking: 'quen-asking', secret: 'the-secret-of-the-client' }
export const PASSWORD = 'mat-khau-o-noi-khac'

/** A business' realm: mai and lan have addresses of its domain, khach of another one. */
export type Realm = { issuer: string; domain: string; mail: (name: string) => string }
export type Keycloak = { url: string; realm: (redirects: string) => Promise<Realm>; stop: () => Promise<void> }

const freePort = () =>
  new Promise<number>((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => settle(port))
    })
  })

function home() {
  const name = existsSync(UNPACKED) ? readdirSync(UNPACKED).find((one) => one.startsWith('keycloak-')) : undefined
  if (!name) throw new Error(`no Keycloak in ${UNPACKED}: ./mvnw -q dependency:unpack@a-provider-of-openid-connect -pl ear/tests unpacks it`)
  return resolve(UNPACKED, name)
}

async function start(): Promise<Keycloak> {
  const at = home()
  const port = await freePort()
  const url = `http://localhost:${port}`
  rmSync(resolve(at, 'data'), { recursive: true, force: true })
  const log = openSync(LOG, 'w')
  const server = spawn('sh', [resolve(at, 'bin/kc.sh'), 'start-dev', '--http-host=127.0.0.1', `--http-port=${port}`, `--hostname=${url}`], {
    env: { ...process.env, JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m', JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1', KC_BOOTSTRAP_ADMIN_USERNAME: 'admin', KC_BOOTSTRAP_ADMIN_PASSWORD: 'admin' },
    stdio: ['ignore', log, log],
  })
  const stop = () => ended(server)
  process.once('exit', () => server.kill('SIGKILL'))
  await expect
    .poll(
      async () => {
        if (server.exitCode !== null) throw new Error(`Keycloak did not start:\n${readFileSync(LOG, 'utf8')}`)
        return fetch(`${url}/realms/master`).then((answer) => answer.ok, () => false)
      },
      { timeout: 200_000, message: `Keycloak starts (${LOG})` },
    )
    .toBe(true)
  return { url, stop, realm: (redirects) => realm(url, redirects) }
}

async function ended(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((settle) => server.once('exit', settle))
  // its shell has become the server
  server.kill()
  await gone
}

async function realm(url: string, redirects: string): Promise<Realm> {
  const name = unique()
  const domain = `${name}.example`
  const token = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: 'admin' }),
  })
  const { access_token } = (await token.json()) as { access_token: string }
  const person = (username: string, email: string) => ({
    username, email, emailVerified: true, enabled: true, firstName: username, lastName: 'Trần',
    credentials: [{ type: 'password', value: PASSWORD }],
  })
  const client = (clientId: string, consentRequired: boolean) => ({
    clientId, consentRequired, secret: CLIENT.secret, publicClient: false, redirectUris: [redirects],
    attributes: { 'pkce.code.challenge.method': 'S256' },
  })
  const made = await fetch(`${url}/admin/realms`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      realm: name, enabled: true, sslRequired: 'NONE',
      users: [person('mai', `mai@${domain}`), person('lan', `lan@${domain}`), person('khach', `khach@khac-${domain}`)],
      clients: [client(CLIENT.id, false), client(CLIENT.asking, true)],
    }),
  })
  expect(made.status, await made.text()).toBe(201)
  return { issuer: `${url}/realms/${name}`, domain, mail: (who) => `${who}@${domain}` }
}

export const test = base.extend<object, { keycloak: Keycloak }>({
  keycloak: [
    async ({}, use) => {
      const keycloak = await start()
      await use(keycloak)
      await keycloak.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

/** On Keycloak's own page; where it knows somebody already, their name stands there. */
export async function atKeycloak(page: Page, name: string) {
  const known = page.locator('#reset-login')
  await expect(page.locator('#password')).toBeVisible()
  if (await known.isVisible()) {
    await known.click()
    await expect(known).toBeHidden()
  }
  await page.locator('#username').fill(name)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#kc-login').click()
}
