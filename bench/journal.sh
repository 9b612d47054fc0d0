#!/bin/sh
# Measures the journal. Give it a quiet machine and some 15 GB of disk for the largest.
#   bench/journal.sh verify 3000000                     an export of so many events, verified in 64 MB
#   bench/journal.sh append POSTGRESQL                  lines in business transactions, and Envers; or H2
#   bench/journal.sh query POSTGRESQL 10000 1000000     pages of events as the journal grows; or H2
set -eu
cd "$(dirname "$0")/.."
. src/build/tools.sh

look_for_build_tools
find_java javac || fail "There is no JDK $oldest_java or newer. Set JAVA_HOME to one."
find_maven || fail "There is no Maven 3.8 or newer on the search path."
[ $# -ge 2 ] || fail "Say what: verify EVENTS, append DATABASE, or query DATABASE EVENTS..."

lib=target/glasnost-lib.jar
if [ ! -f "$lib" ] || [ -n "$(find src/main config -newer "$lib" -type f | head -n 1)" ]; then
  build package -DskipTests
fi
compile_benchmarks dependency:build-classpath -Dmdep.outputFile=target/classpath
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measured() { # class and arguments
  # shellcheck disable=SC2086 # options are words of their own
  "$JAVA_HOME/bin/java" $options -Dlogging.level.root=warn \
    -cp "bench/target/classes:$lib:$bench_access:$(cat bench/target/classpath)" "$@"
}
echo "Load before: $(uptime)"
case $1 in
  verify)
    options="-XX:+UseSerialGC -Xmx256m"
    measured org.glasnost.bench.VerifierSpeed make "$work/export.ndjson" "$2"
    options="-XX:+UseSerialGC -Xmx64m"
    measured org.glasnost.bench.VerifierSpeed "$work/export.ndjson" 3
    echo "The second check, in Node:"
    time node src/verifier/journal-verify.mjs "$work/export.ndjson"
    ;;
  append)
    options="-XX:+UseSerialGC -Xmx1g"
    measured org.glasnost.bench.AppendSpeed "$2" 9 3 "$work"
    ;;
  query)
    options= # the machine's own, as the product is started
    database=$2
    shift 2
    measured org.glasnost.bench.QuerySpeed "$database" 300 "$work" "$@"
    ;;
  *) fail "There is no measurement $1." ;;
esac
echo "Load after: $(uptime)"
