# grammars/*.toml to a C++ source that is compiled into the library. The small program that does it is built first, from
# the library's own loader, so that a fault in a grammar file stops the build with its file, line and caret.
find_path(tomlplusplus_include toml++/toml.h REQUIRED)

add_executable(embed_grammar
  tools/embed_grammar.cpp src/grammar/loader.cpp src/grammar/attributes.cpp src/grammar/caret.cpp src/grammar/quotes.cpp src/grammar/tables.cpp src/text/pattern.cpp
  src/text/pattern_automaton.cpp src/text/pattern_index.cpp src/text/pattern_program.cpp src/text/pattern_search.cpp src/text/pattern_walk.cpp
  src/text/pattern_captures.cpp src/text/slots.cpp src/text/numerals.cpp src/text/traditional.cpp src/text/utf8.cpp)
target_include_directories(embed_grammar PRIVATE include src)
target_include_directories(embed_grammar SYSTEM PRIVATE ${tomlplusplus_include})
target_compile_options(embed_grammar PRIVATE -O1)

file(GLOB grammar_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammars/*.toml)
set(builtin_grammar ${PROJECT_BINARY_DIR}/builtin_grammar.cpp)
add_custom_command(
  OUTPUT ${builtin_grammar}
  COMMAND embed_grammar ${builtin_grammar} ${grammar_files}
  DEPENDS embed_grammar ${grammar_files}
  VERBATIM)
