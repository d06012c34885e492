#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/export.hpp>
#include <gongwen/result.hpp>
#include <gongwen/text.hpp>

namespace gongwen {

enum class Severity { info, warning, error };

/// Something about the notice that its reader should know. Never fatal: the notice is given all the same.
struct Diagnostic {
  std::string_view rule;               ///< stable name, such as "heading-number-gap"; static storage
  Severity severity = Severity::warning;
  std::vector<std::string> arguments;  ///< what fills the rule's message: the text quoted, what was expected
  Span span;
};

/// The diagnostic as one sentence.
GONGWEN_API std::string message(const Diagnostic& diagnostic, Language language);

/// Makes a diagnostic with the severity that the catalogue in src/messages.cpp gives its rule.
GONGWEN_API Diagnostic diagnose(std::string_view rule, Span span, std::vector<std::string> arguments = {});

}  // namespace gongwen
