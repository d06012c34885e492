// The version that CMakeLists.txt gives the project.
#include <gongwen/version.hpp>

namespace gongwen {

std::string_view version() noexcept { return GONGWEN_VERSION; }

}  // namespace gongwen
