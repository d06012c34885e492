// The work file of a container becomes the container.
#include "cli/batch/build.hpp"

namespace gongwen::cli {

std::optional<Trouble> build_container(Target, const std::string&, const std::string&, Language language) {
  return trouble(BatchError::write, "not built yet", language);
}

}  // namespace gongwen::cli
