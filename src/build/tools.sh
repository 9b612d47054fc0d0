# Sourced by run.sh and test.sh, from the top of the tree. Finds the tools that the build needs. What
# is missing it installs where it is root and apt is there; elsewhere it prints the one line to run.
# Finds nothing out twice: a second start costs milliseconds.

oldest_java=17
missing_debian=
missing_words=

say() {
  printf '%s\n' "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

lack() { # Debian's package, what it is
  missing_debian="$missing_debian $1"
  missing_words="${missing_words:+$missing_words, }$2"
}

# The feature number of a java or javac in a home: 17 for 17.0.15, 8 for 1.8.0. It stands in a file of
# the home; only where it does not is the tool started, which takes a good part of a second.
feature_of() { # home, tool
  stated=$(sed -n 's/^JAVA_VERSION=//p' "$1/release" 2>/dev/null || true)
  { if [ -n "$stated" ]; then say "$stated"; else "$1/bin/$2" -version 2>&1; fi; } |
    sed -n '/^Picked up /d; s/^[^0-9]*\(1\.\)\{0,1\}\([0-9][0-9]*\).*$/\2/p' |
    sed -n 1p
}

# Whether a home has the tool, new enough.
has_java() { # home, tool
  [ -x "$1/bin/$2" ] || return 1
  found=$(feature_of "$1" "$2")
  [ -n "$found" ] && [ "$found" -ge "$oldest_java" ]
}

# Sets JAVA_HOME to one with the tool: the one that is set, else that of the search path, else the
# one of the package, where an older Java is the machine's default.
find_java() { # java or javac
  if [ -n "${JAVA_HOME:-}" ] && has_java "$JAVA_HOME" "$1"; then
    export JAVA_HOME
    return 0
  fi
  for place in \
    "$(command -v "$1" || true)" \
    "$(dpkg -L "openjdk-$oldest_java-jdk-headless" 2>/dev/null | grep "/bin/$1\$" || true)"; do
    [ -n "$place" ] || continue
    home=$(dirname "$(dirname "$(readlink -f "$place")")")
    if has_java "$home" "$1"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

find_maven() {
  command -v mvn >/dev/null 2>&1 || return 1
  version=$(mvn -B -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9]*\)\.\([0-9]*\).*$/\1 \2/p')
  [ -n "$version" ] || return 1
  major=${version% *}
  minor=${version#* }
  [ "$major" -gt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -ge 8 ]; }
}

# Sets CHROME_BIN to a browser of the Chromium family.
find_browser() {
  if [ -n "${CHROME_BIN:-}" ]; then
    named=$CHROME_BIN
    CHROME_BIN=$(command -v "$named") ||
      fail "CHROME_BIN names $named, which cannot be run. Name a browser of the Chromium family, or unset it."
    export CHROME_BIN
    return 0
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    if CHROME_BIN=$(command -v "$name"); then
      export CHROME_BIN
      return 0
    fi
  done
  unset CHROME_BIN
  return 1
}

# What the build needs. Maven is asked for its version only when there is a JDK to run it.
look_for_build_tools() {
  if find_java javac; then
    find_maven || lack maven "Maven 3.8 or newer"
  else
    lack "openjdk-$oldest_java-jdk-headless" "a JDK $oldest_java or newer"
    command -v mvn >/dev/null 2>&1 || lack maven "Maven 3.8 or newer"
  fi
  command -v npm >/dev/null 2>&1 || lack npm "npm"
}

look_for_browser() {
  find_browser || lack "chromium fonts-liberation" "a browser of the Chromium family"
}

# Backup and restore of PostgreSQL are tested with its own programs, of the version of the tests' server
# or newer.
oldest_postgresql=15

find_postgresql_client() {
  for program in pg_dump pg_restore; do
    command -v "$program" >/dev/null 2>&1 || return 1
    version=$("$program" --version | sed -n 's/^[^0-9]*\([0-9][0-9]*\).*$/\1/p')
    [ -n "$version" ] && [ "$version" -ge "$oldest_postgresql" ] || return 1
  done
}

look_for_postgresql_client() {
  find_postgresql_client ||
    lack postgresql-client "PostgreSQL's client programs, version $oldest_postgresql or newer"
}

# What builds and runs the image: a Docker that answers, else podman.
find_containers() {
  { docker info && docker compose version; } >/dev/null 2>&1 || {
    command -v podman >/dev/null 2>&1 && command -v podman-compose >/dev/null 2>&1
  }
}

look_for_containers() {
  find_containers ||
    lack "podman podman-compose runc fuse-overlayfs containernetworking-plugins golang-github-containernetworking-plugin-dnsname iptables uidmap" \
      "Docker with compose, or podman with podman-compose"
}

# Scanners that the long tests run. One that is missing fails its test; nothing is passed over.
find_scanners() {
  command -v sqlmap >/dev/null 2>&1 && command -v wapiti >/dev/null 2>&1
}

look_for_scanners() {
  find_scanners || lack "sqlmap wapiti" "the scanners sqlmap and Wapiti"
}

# Installs what is missing, or ends with the one line to run.
install_missing() {
  [ -n "$missing_debian" ] || return 0
  line="apt-get install -y --no-install-recommends$missing_debian"
  if ! command -v apt-get >/dev/null 2>&1; then
    fail "Missing: $missing_words. Install them with this system's package manager and start again; on Debian the line is: $line"
  fi
  if [ "$(id -u)" -ne 0 ]; then
    fail "Missing: $missing_words. Run this and start again:
  sudo sh -c 'apt-get update && $line'"
  fi
  say "Missing: $missing_words. Installing:$missing_debian"
  log=$(mktemp)
  # A package list that cannot be renewed is no reason to stop: what is wanted may be in the old one.
  DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 || true
  # shellcheck disable=SC2086 # several words, several packages
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing_debian >>"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "The installation failed; the lines above say why. The line was: $line"
  fi
  rm -f "$log"
  missing_debian=
  missing_words=
}

# Runs Maven, and notes when a build that made the jar began. The jar's own time says nothing: it is
# the same for everyone who builds the same source.
jar=target/glasnost.jar
build_note=target/.built

build() { # Maven's arguments
  mkdir -p target
  rm -f "$build_note"
  : >"$build_note.begun"
  mvn -B -ntp "$@" || return
  mv "$build_note.begun" "$build_note"
}

# Compiles the benchmarks against what a build left. The library has the pure rooms alone: those of the
# access decision come from the compiled classes.
bench_access=bench/target/access.jar

compile_benchmarks() { # Maven's further arguments
  mkdir -p bench/target
  "$JAVA_HOME/bin/jar" --create --no-manifest --file "$bench_access" \
    -C target/classes org/glasnost/audit -C target/classes org/glasnost/authority \
    -C target/classes org/glasnost/policy -C target/classes org/glasnost/process \
    -C target/classes org/glasnost/rule -C target/classes org/glasnost/history -C target/classes db
  mvn -q -B -ntp -f bench/pom.xml compile "$@"
}

# Whether the jar is there, whole, and made of the sources as they are. It is whole when the directory
# at its end names what Spring Boot packs into it: a build that was cut short leaves none.
is_built() {
  [ -f "$jar" ] && [ -f "$build_note" ] || return 1
  tail -c 4096 "$jar" | grep -qa 'BOOT-INF/' || return 1
  sources=
  for source in pom.xml package.json package-lock.json .mvn src/build src/main processes config; do
    [ ! -e "$source" ] || sources="$sources $source"
  done
  # shellcheck disable=SC2086 # several words, several places
  [ -z "$(find $sources -newer "$build_note" -print | sed -n 1p)" ]
}
