# shellcheck shell=bash
# Sourced by scripts/test: the lint of the C++, of what has changed. It takes the sources as the build
# with sanitizers does, several together, for headers take most of the time.

# units: lists the objects of the library and of its tests
units() {
  ninja -C build/asan -t targets all | sed -n 's/: CXX_COMPILER__dropout\(_tests\)\?\(_unscanned\)\?_Debug$//p'
}

# compiled_from OBJECT: lists the files that it is made from, system headers included
compiled_from() {
  ninja -C build/asan -t deps "$1" | sed -n 's/^ \{1,\}//p' | grep .
}

# lint_unit OBJECT: unless it passed before with the same in all files that it is made from, the same
# flags, the same checks and the same clang-tidy
lint_unit() {
  local source
  source=$(ninja -C build/asan -t query "$1" | sed -n 's/^ *\(.*\.\(cxx\|cpp\)\)$/\1/p')
  {
    clang-tidy --version
    clang-tidy --dump-config -p build/asan "$source"
    ninja -C build/asan -t commands -s "$1"
    compiled_from "$1" | (cd build/asan && tr '\n' '\0' | xargs -0 cksum)
  } | once "lint/$1" clang-tidy --quiet -p build/asan "$source"
}

# Without wasm/ and the benchmarks, whose headers are not there for this build.
lint_cpp() {
  local built missing
  built=$(units | while IFS= read -r unit; do compiled_from "$unit"; done)
  missing=$(files 'core/src/*.cpp' 'tests/core/*.cpp' | tr '\0' '\n' |
    while IFS= read -r source; do grep -qxF "$PWD/$source" <<<"$built" || echo "$source"; done)
  if [[ -n $missing ]]; then
    echo "Not part of the build, for no CMakeLists.txt names it:" "$missing" >&2
    return 1
  fi
  units | tr '\n' '\0' |
    xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" \
      bash -c 'set -euo pipefail; source scripts/steps.sh; source scripts/lint.sh; lint_unit "$1"' bash
}
