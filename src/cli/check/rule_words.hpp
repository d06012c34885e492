#pragma once
#include <string>
#include <string_view>

#include <gongwen/rule.hpp>

namespace gongwen::cli {

/// For programs.
[[nodiscard]] std::string_view basis_name(Basis basis) noexcept;
[[nodiscard]] std::string_view scope_name(Scope scope) noexcept;
/// For people: the clause, where there is one.
[[nodiscard]] std::string basis_words(const Rule& rule, Language language);
[[nodiscard]] std::string_view scope_words(Scope scope, Language language) noexcept;

}  // namespace gongwen::cli
