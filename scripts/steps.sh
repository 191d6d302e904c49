# shellcheck shell=bash
# Sourced by the scripts beside it: the steps that more than one of them takes.

say() { printf '\n== %s\n' "$*"; }

# Lists the project's files among PATHS, new ones included, removed ones not.
files() {
  local file
  git ls-files --cached --others --exclude-standard --deduplicate -- "$@" |
    while IFS= read -r file; do
      [[ ! -e $file ]] || printf '%s\0' "$file"
    done
}

fingerprint() { files "$@" | xargs -0 cksum; }

# once NAME COMMAND...: runs COMMAND unless it succeeded before with the same on standard input.
once() {
  local stamp=build/$1.stamp input
  input=$(cat)
  [[ ! -e $stamp || $(<"$stamp") != "$input" ]] || return 0
  "${@:2}"
  mkdir -p "${stamp%/*}"
  echo "$input" >"$stamp"
}

# check_port PORT: fails, and says why, if nothing can be served there
check_port() {
  if [[ ! $1 =~ ^[0-9]{1,5}$ ]] || ((10#$1 < 1 || 10#$1 > 65535)); then
    echo "The port must be a whole number from 1 to 65535, got \"$1\"." >&2
    return 1
  fi
  # The connection fails where nobody listens.
  if (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; then
    echo "Port $1 is in use. Choose another, for example: scripts/serve $((10#$1 == 9000 ? 9001 : 9000))" >&2
    return 1
  fi
}

# compile PRESET CMAKE-OPTION...
compile() {
  # Ninja configures again by itself when a CMakeLists.txt has changed, but not for these.
  { echo "$@" && cat CMakePresets.json; } | once "$1/configured" cmake --preset "$@"
  cmake --build --preset "$1"
}

build_site() {
  [[ -e dist/index.html ]] || rm -f build/site.stamp
  { echo "${SITE_URL:-}" && fingerprint .; } | once site npm run build
  # The reference of both APIs, beside the site that needs it not, and which it outlives.
  [[ -e build/reference ]] || rm -f build/reference.stamp
  fingerprint core/Doxyfile core/README.md core/include package-lock.json web/tsconfig.json \
    web/typedoc.json 'web/src/*.ts' | once reference build_reference
  [[ -e dist/api ]] || cp -r build/reference dist/api
}

build_reference() {
  rm -rf build/reference dist/api
  mkdir -p build/reference
  doxygen core/Doxyfile
  npx typedoc --options web/typedoc.json --logLevel Warn
}

# fuzz_with FUZZER SECONDS: runs all of its corpus, then new input made from it
fuzz_with() {
  local found=build/fuzz/$1
  mkdir -p "$found"
  "build/asan/tests/fuzz/$1_fuzzer" "$found" "tests/fuzz/corpus/$1" \
    -max_total_time="$2" -max_len=2048 -len_control=0 -timeout=30 -rss_limit_mb=3000 \
    -artifact_prefix="build/fuzz/$1-finding-" -print_final_stats=1 >"build/fuzz/$1.log" 2>&1 || {
    tail -n 60 "build/fuzz/$1.log" >&2
    return 1
  }
  echo "$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$1.log") inputs, no finding"
}

# fuzz_core SECONDS: all fuzzers at once, for so long each
fuzz_core() {
  local corpus fuzzer fuzzers=()
  for corpus in tests/fuzz/corpus/*; do
    fuzz_with "${corpus##*/}" "$1" &
    fuzzers+=($!)
  done
  for fuzzer in "${fuzzers[@]}"; do wait "$fuzzer"; done
}
