#pragma once
// The attributes that each kind of entry may have, and what they may say.
#include <string>
#include <string_view>

#include "grammar/tables.hpp"

namespace gongwen {

enum class AttributeType : std::uint8_t { text, number, flag };

/// What is wrong with the name of an attribute, or "".
[[nodiscard]] std::string attribute_name_fault(GrammarKind kind, std::string_view name);
/// What is wrong with what an attribute of a right name says, or "".
[[nodiscard]] std::string attribute_value_fault(GrammarKind kind, std::string_view name, AttributeType type, std::string_view value);
/// What an entry lacks, or "".
[[nodiscard]] std::string missing_attribute_fault(GrammarKind kind, const GrammarEntry& entry);

}  // namespace gongwen
