// Does only what has become necessary: packages when the lock changed, the build when a source changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const FIRST_LOAD_KB = 235
const [task, folder] = process.argv.slice(2)

function run(name, command, args, env = {}) {
  const started = Date.now()
  const done = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...process.env, ...env } })
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}\n${name} failed (${command} ${args.join(' ')}).`)
    process.exit(1)
  }
  console.log(`ui: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return done.stdout
}

function digest(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) readdirSync(path).sort().forEach((name) => add(join(path, name)))
    else hash.update(path).update(readFileSync(path))
  }
  paths.forEach(add)
  return hash.digest('hex')
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function packages() {
  const stamp = 'node_modules/.quen-lock'
  const lock = digest(['package.json', 'package-lock.json'])
  if (read(stamp) === lock) return
  run('packages installed', 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'])
  writeFileSync(stamp, lock)
}

/** What the browser loads before the first list stands: the entry, the list's own chunk and one language. */
function firstLoad(out) {
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'))
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    manifest[key].imports?.forEach(visit)
  }
  ;['index.html', 'src/features/customer/CustomerList.tsx', 'src/i18n/vi.json'].forEach(visit)
  const files = [...new Set([...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')))]
  const kb = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0) / 1024
  if (kb > FIRST_LOAD_KB) {
    console.error(`The first load is ${kb.toFixed(0)} KB of compressed JavaScript; at most ${FIRST_LOAD_KB} KB are allowed. Load what is not needed for the first list with import().`)
    process.exit(1)
  }
  console.log(`ui: first load ${kb.toFixed(0)} KB of compressed JavaScript`)
}

packages()
if (task === 'build') {
  const out = resolve(folder)
  const stamp = `${out}.stamp`
  const sources = digest(['package-lock.json', 'index.html', 'api', 'public', 'src', 'tsconfig.json', 'vite.config.ts', 'build.mjs'])
  if (read(stamp) === sources && existsSync(join(out, 'index.html'))) process.exit(0)
  mkdirSync(out, { recursive: true })
  run('types checked', 'node_modules/.bin/tsc', ['--noEmit'])
  run('built', 'node_modules/.bin/vite', ['build', '--logLevel', 'warn'], { QUEN_UI_OUT: out })
  firstLoad(out)
  writeFileSync(stamp, sources)
} else if (task === 'test') {
  process.stdout.write(run('unit tests', 'node_modules/.bin/vitest', ['run', '--reporter=default', '--reporter=junit', '--outputFile.junit=target/vitest.xml'], { NO_COLOR: '1' }))
} else {
  console.error('usage: node build.mjs build <folder> | test')
  process.exit(2)
}
