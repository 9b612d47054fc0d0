#!/bin/sh
# Checks the format, compiles with every warning an error, runs the tests, and looks for weaknesses in the bytecode.
#   ./test.sh         all but the tests tagged long
#   ./test.sh long    those alone, and whether a second build gives the same jars
# Options after that go to Maven, such as -Dtest=SeedCaseJourneyIT.
set -eu
cd "$(dirname "$0")"
. src/build/tools.sh

which_tests=
if [ "${1:-}" = long ]; then
  shift
  which_tests="-Dtest.groups=long -Dtest.excludedGroups="
fi

look_for_build_tools
look_for_browser
look_for_postgresql_client
[ -z "$which_tests" ] || look_for_containers
[ -z "$which_tests" ] || look_for_scanners
install_missing
find_java javac || fail "There is still no JDK $oldest_java or newer. Set JAVA_HOME to one."
find_maven || fail "There is still no Maven 3.8 or newer on the search path."
find_browser || fail "There is still no browser of the Chromium family. Set CHROME_BIN to one."
find_postgresql_client || fail "There are still no pg_dump and pg_restore $oldest_postgresql or newer on the search path."

[ -z "$which_tests" ] || find_containers || fail "There is still neither Docker with compose nor podman with podman-compose."
[ -z "$which_tests" ] || find_scanners || fail "There are still no sqlmap and wapiti on the search path."

say "JDK:     $JAVA_HOME"
say "Browser: $CHROME_BIN"
say "Building and testing. The first time, Maven and npm fetch what is needed: some minutes."
# Whoever asks for some of the tests waits for nothing else.
aside=
{ [ -z "$which_tests" ] && [ $# = 0 ]; } || aside=-Dspotbugs.skip
# shellcheck disable=SC2086 # none or some words
build verify $which_tests $aside "$@"

if [ -n "$which_tests" ] && [ $# = 0 ]; then
  say "Building a second time, elsewhere."
  src/build/reproducible.sh
fi

# Nothing else compiles the benchmarks, and what is not compiled no longer runs one day.
if [ -z "$which_tests" ] && [ $# = 0 ]; then
  compile_benchmarks
fi
