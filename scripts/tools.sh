# shellcheck shell=bash
# Sourced by the scripts beside it: finds the tools they need and, on Debian and Ubuntu,
# installs those that are missing.

missing=()
packages=()

has() { command -v "$1" >/dev/null; }

has_header() {
  local prefix prefixes
  IFS=':;' read -ra prefixes <<<"${CMAKE_PREFIX_PATH:-}:/usr:/usr/local:/opt/homebrew"
  for prefix in "${prefixes[@]}"; do
    [[ ! -e $prefix/include/$1 ]] || return 0
  done
  return 1
}

# known_system OS-RELEASE: prints the name of a system whose packages are new enough, Node.js apart: else fails.
known_system() {
  local ID='' VERSION_ID=''
  [[ -r $1 ]] || return 1
  # shellcheck source=/dev/null
  source "$1"
  # Debian's testing and unstable carry no version.
  case $ID in
    debian) ((${VERSION_ID:-99} >= 12)) ;;
    ubuntu) ((${VERSION_ID%%.*} >= 22)) ;;
    *) false ;;
  esac && echo "$ID"
}
system=$(known_system /etc/os-release || echo other)

is_root() { ((EUID == 0)); }

# The range of "engines" in package.json.
node_is_new_enough() {
  local major minor
  has node || return 1
  IFS=. read -r major minor _ < <(node --version)
  major=${major#v}
  ((major >= 24 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19)))
}

# On Debian and Ubuntu npm is enough: provide_node gets a newer Node.js with it.
has_node() { has npm && { [[ $system != other ]] || node_is_new_enough; }; }

# Ubuntu's chromium-browser may be there without the snap it stands for: only one that answers counts.
has_chromium() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome; do
    if "$name" --version >/dev/null 2>&1; then
      CHROMIUM=$(command -v "$name")
      export CHROMIUM
      return
    fi
  done
  return 1
}

has_firefox() {
  local name
  for name in ${FIREFOX:+"$FIREFOX"} firefox-esr firefox; do
    if "$name" --version >/dev/null 2>&1; then
      FIREFOX=$(command -v "$name")
      export FIREFOX
      return
    fi
  done
  return 1
}

# need PACKAGE NAME-AND-SOURCE TEST...
need() {
  if ! "${@:3}"; then
    packages+=("$1")
    missing+=("$2 (Debian: $1)")
  fi
}

need_build_tools() {
  need cmake "CMake 3.22 or newer, https://cmake.org/download/" has cmake
  need ninja-build "Ninja, https://ninja-build.org/" has ninja
  need emscripten "Emscripten 3.1.6 or newer, https://emscripten.org/docs/getting_started/downloads.html" has em++
  need libeigen3-dev "Eigen 3.4 or newer, https://eigen.tuxfamily.org/" has_header eigen3/Eigen/Core
  need doxygen "Doxygen, https://www.doxygen.nl/" has doxygen
  need npm "Node.js 20.19, 22.12 or 24, or newer, with npm, https://nodejs.org/" has_node
}

# Clang's sanitizers and libFuzzer, which Ubuntu 22.04 has in clang's own package.
has_sanitizers() {
  clang++ -fsanitize=fuzzer,address -x c++ -o /dev/null - 2>/dev/null <<<'
    extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }'
}

need_clang() {
  need clang "Clang 14 or newer, https://releases.llvm.org/" has clang++
  grep -qs '^VERSION_ID="22' /etc/os-release ||
    need libclang-rt-dev "Clang's runtime libraries (compiler-rt)" has_sanitizers
}

need_test_tools() {
  need_clang
  need g++ "a C++20 compiler, https://gcc.gnu.org/ or https://clang.llvm.org/" has c++
  need googletest "GoogleTest's sources in /usr/src/googletest, https://github.com/google/googletest" \
    test -e /usr/src/googletest/CMakeLists.txt
  need nlohmann-json3-dev "JSON for Modern C++, https://json.nlohmann.me/" has_header nlohmann/json.hpp
  need poppler-utils "Poppler's pdftotext and pdftoppm, https://poppler.freedesktop.org/" has pdftoppm
  need clang-tidy "clang-tidy, https://releases.llvm.org/" has clang-tidy
  # Ubuntu's package stands for a snap, which not every machine can run: see provide_chromium.
  [[ $system == ubuntu ]] ||
    need chromium "Chromium, https://www.chromium.org/ (or its path in CHROMIUM)" has_chromium
}

# The same of Ubuntu's: see provide_firefox.
need_firefox() {
  [[ $system == ubuntu ]] ||
    need firefox-esr "Firefox, https://www.firefox.com/ (or its path in FIREFOX)" has_firefox
}

install="apt-get install --yes --no-install-recommends"

# Says why nothing can be installed here, and what to do instead: else nothing.
instead_of_installing() {
  if [[ $system == other ]]; then
    echo "Some tools are missing. This script installs them only on Debian 12 or 13, or Ubuntu 22.04 or newer;"
    echo "this is another system. Please install:"
    printf -- '- %s\n' "${missing[@]}"
  elif ! is_root && ! has sudo; then
    echo "Some tools are missing. To install them, this script has to run as root or needs sudo."
    echo "Either run this as root, then start the script again:"
    echo "apt-get update && $install ${packages[*]}"
    echo "or install:"
    printf -- '- %s\n' "${missing[@]}"
  fi
}

provide_packages() {
  local as_root=() advice
  ((${#packages[@]})) || return 0
  advice=$(instead_of_installing)
  if [[ -n $advice ]]; then
    echo "$advice" >&2
    exit 1
  fi
  is_root || as_root=(sudo)
  say "Installing ${packages[*]}"
  "${as_root[@]}" apt-get update
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $install "${packages[@]}"
}

# Puts a Node.js beside the system's where that one is too old; Debian's npm runs with either.
provide_node() {
  local version=22.23.3 folder
  ! node_is_new_enough || return 0
  folder=$PWD/build/tools/node-$version
  if [[ ! -x $folder/node_modules/.bin/node ]]; then
    say "Installing Node.js $version under build/tools"
    # The package with the binary itself: "node" would fetch it in an install script.
    npm install --prefix "$folder" "node-linux-$(node -p process.arch)@$version"
  fi
  PATH=$folder/node_modules/.bin:$PATH
}

provide_npm_packages() {
  local installed=node_modules/.installed-package-lock.json
  if ! cmp --silent package-lock.json "$installed"; then
    say "Installing the npm packages"
    npm ci
    cp package-lock.json "$installed"
  fi
}

# Where no Chromium is to be had as a package: on Ubuntu.
provide_chromium() {
  ! has_chromium || return 0
  CHROMIUM=$(node -p 'require("@playwright/test").chromium.executablePath()')
  export CHROMIUM
  [[ -x $CHROMIUM ]] || npx playwright install --with-deps chromium
}

# The same for Firefox.
provide_firefox() {
  ! has_firefox || return 0
  FIREFOX=$(npx browsers install firefox@stable --path build/tools --format "{{path}}" | tail -n 1)
  export FIREFOX
}

provide() {
  provide_packages
  provide_node
  provide_npm_packages
}
