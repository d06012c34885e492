#pragma once
#include <vector>

#include <gongwen/notice.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Every stage reads simplified characters; this gives the values of a finished notice those that the source has.
void restore_script(Notice& notice, const Folded& folded);
/// The same for what is said of one.
void restore_script(std::vector<Diagnostic>& diagnostics, const Folded& folded);

}  // namespace gongwen
