// `gongwen schema`: what the output of `gongwen parse` validates against.
#include <gongwen/writer.hpp>

#include "cli/commands/commands.hpp"

namespace gongwen::cli {

void schema_command(Session& session) { session.output.write(json_schema()); }

}  // namespace gongwen::cli
