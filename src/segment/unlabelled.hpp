#pragma once
#include <vector>

#include <gongwen/diagnostic.hpp>

#include "segment/layout.hpp"
#include "segment/outline_builder.hpp"

namespace gongwen {

/// Reports the lines of lines[begin, end) that are set as headings and open with no label. A heading has a label (contract,
/// "Headings"), so they stay text; but their author may have lost one.
void report_unlabelled(const Lines& lines, std::size_t begin, std::size_t end, const std::vector<Heading>& headings,
                       const Layout& layout, std::vector<Diagnostic>& diagnostics);

}  // namespace gongwen
