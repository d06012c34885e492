#pragma once
#include <gongwen/notice.hpp>

#include "normalize/folded.hpp"

namespace gongwen {

/// Every stage reads simplified characters; this gives the values of a finished notice those that the source has.
void restore_script(Notice& notice, const Folded& folded);

}  // namespace gongwen
