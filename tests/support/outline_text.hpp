#pragma once
// What a notice says, as lines of text that two readings of it can be held against each other by.
#include <string>

#include <gongwen/gongwen.hpp>

namespace gongwen::test {

/// Metadata, headings, paragraphs and records, one a line; no spans, no ids.
std::string said(const Notice& notice);

/// Only the metadata and the headings.
std::string outline_said(const Notice& notice);

}  // namespace gongwen::test
