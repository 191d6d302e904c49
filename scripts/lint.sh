# shellcheck shell=bash
# Sourced by scripts/test: the lint of the C++, of what has changed.

# compiled_from OBJECT: lists the files that the native build made it from, system headers included
compiled_from() {
  ninja -C build/native -t deps "$1" | sed -n 's/^ \{1,\}//p' | grep .
}

# lint_file SOURCE: unless it passed before with the same in it and in all headers that it includes,
# the same flags, the same checks and the same clang-tidy
lint_file() {
  local object headers
  case $1 in
    core/*) object=core/CMakeFiles/dropout.dir/${1#core/}.o ;;
    tests/*) object=tests/CMakeFiles/dropout_tests.dir/${1#tests/}.o ;;
  esac
  if ! headers=$(compiled_from "$object"); then
    echo "$1 is not part of the native build: no CMakeLists.txt names it, or it is not built." >&2
    return 1
  fi
  {
    clang-tidy --version
    clang-tidy --dump-config -p build/native "$1"
    ninja -C build/native -t commands -s "$object"
    (cd build/native && tr '\n' '\0' <<<"$headers" | xargs -0 cksum)
  } | once "lint/$1" clang-tidy --quiet -p build/native "$1"
}

# Without wasm/ and the benchmarks, whose headers are not there for this build.
lint_cpp() {
  files 'core/src/*.cpp' 'tests/core/*.cpp' |
    xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" \
      bash -c 'set -euo pipefail; source scripts/steps.sh; source scripts/lint.sh; lint_file "$1"' bash
}
