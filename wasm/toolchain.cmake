# Emscripten as CMake's toolchain, whichever is on PATH: an emsdk or the distribution's.
# Used instead of emcmake, which passes a Node option of its own that newer versions refuse.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE em_config_failed)
if(em_config_failed)
  message(FATAL_ERROR "em-config is not on PATH: install Emscripten, or activate an emsdk")
endif()

# Debian's Emscripten looks for the acorn package where Debian's Node keeps its modules.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()

find_program(NODE node REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR ${NODE} CACHE STRING "Runs the tests")

include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
