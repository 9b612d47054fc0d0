#!/bin/sh
# Measures the pure rooms, and the access decision, beside their baselines. Give it a quiet machine.
#   bench/run.sh                    everything (some ten minutes)
#   bench/run.sh BannerBench -f 1   some of it; options after that go to JMH
# The figures go to bench/target/results.json and to the screen.
set -eu
cd "$(dirname "$0")/.."
. src/build/tools.sh

look_for_build_tools
find_java javac || fail "There is no JDK $oldest_java or newer. Set JAVA_HOME to one."
find_maven || fail "There is no Maven 3.8 or newer on the search path."

lib=target/glasnost-lib.jar
if [ ! -f "$lib" ] || [ -n "$(find src/main config -newer "$lib" -type f | head -n 1)" ]; then
  build package -DskipTests
fi
compile_benchmarks dependency:build-classpath -Dmdep.outputFile=target/classpath
# JMH takes each option once: what is given takes the place of ours.
for option in "-f 2" "-wi 5" "-i 5" "-w 1" "-r 1" "-prof gc"; do
  # shellcheck disable=SC2086 # two words
  case " $* " in *" ${option% *} "*) ;; *) set -- "$@" $option ;; esac
done
echo "Load before: $(uptime)"
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "bench/target/classes:$lib:$bench_access:$(cat bench/target/classpath)" \
  org.openjdk.jmh.Main -foe true \
  -jvmArgsAppend -XX:+UseSerialGC -rf json -rff bench/target/results.json "$@"
echo "Load after: $(uptime)"
