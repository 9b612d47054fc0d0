#!/bin/sh
# Builds once more, in a copy of the tree elsewhere, and fails unless the jars are the same to the last byte as
# those in target. ./test.sh long runs it behind the tests.
set -eu
cd "$(dirname "$0")/../.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar -cf - --exclude=./target --exclude=./bench/target --exclude=./node_modules --exclude=./data --exclude=./.git . |
  tar -xf - -C "$copy"
(cd "$copy" && mvn -B -q -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package)

different=
for jar in glasnost.jar glasnost-lib.jar; do
  here=$(sha256sum < "target/$jar")
  there=$(sha256sum < "$copy/target/$jar")
  printf '%s  %s\n%s  %s, built elsewhere\n' "${here%% *}" "$jar" "${there%% *}" "$jar"
  [ "$here" = "$there" ] || different="$different $jar"
done
if [ -n "$different" ]; then
  printf 'Two builds of the same tree differ:%s. Where target is left over from other sources, remove it and try again.\n' "$different" >&2
  exit 1
fi
