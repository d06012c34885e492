#pragma once
// Labels whose value stands in the paragraphs below them: 整改措施： over its steps, numbered or not.
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongwen/grammar.hpp>
#include <gongwen/outline.hpp>

namespace gongwen {

/// A label for `extra` with nothing behind its colon: 整改措施：
[[nodiscard]] bool is_open_label(std::string_view line, const Grammar& grammar);

/// Where the value of the open label paragraphs[label] ends: one past its last paragraph.
[[nodiscard]] std::size_t open_value_end(const std::vector<Value>& paragraphs, std::size_t label, const Grammar& grammar);

/// The paragraphs of a section whose text ends in an open label, with those of the sections under it, which are the label's
/// value; empty where they say more than that.
[[nodiscard]] std::vector<Value> with_labelled_children(const std::vector<Section>& sections, std::size_t index, const Grammar& grammar);

}  // namespace gongwen
