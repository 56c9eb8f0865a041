#!/bin/sh
# What Maven calls: build.sh build <folder> | build.sh test
cd "$(dirname "$0")" || exit 1
need='The browser application is built with Node.js 20.19 or newer and npm'
fix='Install them (Debian 13: apt-get install nodejs npm), or leave the browser application out with -Dquen.ui.skip.'
command -v node >/dev/null 2>&1 || { echo "$need, and there is no node on the PATH. $fix" >&2; exit 1; }
command -v npm >/dev/null 2>&1 || { echo "$need, and there is no npm on the PATH. $fix" >&2; exit 1; }
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  { echo "$need, and node on the PATH is $(node -v). $fix" >&2; exit 1; }
exec node build.mjs "$@"
