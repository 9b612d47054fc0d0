#!/bin/sh
# Measures the first page of the lists of documents and tasks as the record grows. Give it a quiet
# machine.
#   bench/lists.sh                        PostgreSQL with 10,000, 100,000 and 1,000,000 documents
#   bench/lists.sh H2 10000 100000        another database, other numbers
set -eu
cd "$(dirname "$0")/.."
. src/build/tools.sh

look_for_build_tools
find_java javac || fail "There is no JDK $oldest_java or newer. Set JAVA_HOME to one."
find_maven || fail "There is no Maven 3.8 or newer on the search path."

[ $# -gt 0 ] || set -- POSTGRESQL 10000 100000 1000000
build -q test-compile
echo "Load before: $(uptime)"
mvn -q -B -ntp org.codehaus.mojo:exec-maven-plugin:3.5.1:exec -Dexec.classpathScope=test \
  -Dexec.executable="$JAVA_HOME/bin/java" \
  -Dexec.args="-Xmx2g -cp %classpath org.glasnost.journey.ListsUnderLoad $*" | grep '^LIST' | cut -c6-
echo "Load after: $(uptime)"
