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
  echo "$input" >"$stamp"
}

# compile PRESET CMAKE-OPTION...
compile() {
  # Ninja configures again by itself when a CMakeLists.txt has changed, but not for these.
  { echo "$@" && cat CMakePresets.json; } | once "$1/configured" cmake --preset "$@"
  cmake --build --preset "$1"
}

build_site() {
  [[ -e dist/index.html ]] || rm -f build/site.stamp
  fingerprint . | once site npm run build
}
