// `gongwen text`: the source text, byte for byte what spans are counted in.
#include <gongwen/reader.hpp>

#include "cli/commands/commands.hpp"

namespace gongwen::cli {

Failure text_command(Session& session, const std::string&, Bytes bytes) {
  const auto document = read_document(bytes, session.options.limits, session.options.revisions);
  if (!document) return document.error();
  session.output.write(document->source);
  return std::nullopt;
}

}  // namespace gongwen::cli
