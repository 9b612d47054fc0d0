#!/bin/sh
# Starts Glasnost with the demonstration records, on this machine alone. Builds it first where the
# jar is absent or older than what it is made of. Options go to the application.
set -eu
cd "$(dirname "$0")"
. src/build/tools.sh

if is_built; then
  find_java java || lack "openjdk-$oldest_java-jdk-headless" "a Java $oldest_java or newer"
  install_missing
  find_java java || fail "There is still no Java $oldest_java or newer. Set JAVA_HOME to one."
else
  look_for_build_tools
  install_missing
  find_java javac || fail "There is still no JDK $oldest_java or newer. Set JAVA_HOME to one."
  find_maven || fail "There is still no Maven 3.8 or newer on the search path."
  say "Building Glasnost. The first time, Maven and npm fetch what it is made of: some minutes."
  build -q -Dmaven.test.skip=true package || fail "The build failed; the lines above say why."
fi

say "Starting Glasnost with the demonstration records: http://127.0.0.1:${SERVER_PORT:-8080}"
say "It answers on this machine alone. To stop it, press Ctrl-C. Its data stay in data/."
exec "$JAVA_HOME/bin/java" -jar "$jar" --spring.profiles.active=demo "$@"
