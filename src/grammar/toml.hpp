#pragma once
// toml++, the same way wherever it is included.

// toml++ asserts, and under NDEBUG assumes, that a key follows "[[": a file with "[[[" in it says otherwise. Without the
// assertion its next test reports the fault.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
