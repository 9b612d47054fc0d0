#!/bin/sh
# Takes in the front-end packages of package-lock.json, once per lock file: `npm ci` with no install scripts.
set -eu
cd "$(dirname "$0")/../.."
stamp=node_modules/.taken-in
lock=$(cksum < package-lock.json)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$lock" ]; then
  exit 0
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
printf '%s\n' "$lock" > "$stamp"
