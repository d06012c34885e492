# src/, the grammars and the JSON Schema, compiled.
include(cmake/EmbedGrammar.cmake)

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS src/writers/schema.json)
file(READ src/writers/schema.json GONGWEN_SCHEMA)
configure_file(src/writers/schema.cpp.in generated/schema.cpp @ONLY)

file(GLOB_RECURSE gongwen_sources CONFIGURE_DEPENDS src/*.cpp)
list(FILTER gongwen_sources EXCLUDE REGEX "/src/cli/")
add_library(gongwen-objects OBJECT ${gongwen_sources} ${builtin_grammar} ${PROJECT_BINARY_DIR}/generated/schema.cpp)
set_source_files_properties(src/version.cpp PROPERTIES COMPILE_DEFINITIONS "GONGWEN_VERSION=\"${PROJECT_VERSION}\"")
set_target_properties(gongwen-objects PROPERTIES
  POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
target_compile_options(gongwen-objects PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
target_include_directories(gongwen-objects PUBLIC include src)
target_include_directories(gongwen-objects SYSTEM PRIVATE ${tomlplusplus_include})
target_link_libraries(gongwen-objects PUBLIC ${gongwen_dependencies})
file(GENERATE OUTPUT gongwen-objects.txt CONTENT "$<JOIN:$<TARGET_OBJECTS:gongwen-objects>,\n>\n")
