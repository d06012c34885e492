// `gongwen merge`: outputs of convert, put together.
#include "cli/commands/commands.hpp"

namespace gongwen::cli {

Exit merge_command(const Arguments&, const Reporter&) { return kBadUsage; }

}  // namespace gongwen::cli
