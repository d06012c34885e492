// Notices become a container: from the work file of convert, or from the parts of merge.
#include "cli/batch/build.hpp"

#include <fstream>

#include "cli/ledger/sqlite.hpp"
#include "cli/ledger/xlsx.hpp"

namespace gongwen::cli {

std::optional<Trouble> build_container(Target target, Notices& notices, const std::string& to, Language language) {
  return target == Target::xlsx ? write_xlsx(notices, to, language) : write_sqlite(notices, to, language);
}

std::optional<Trouble> build_container(Target target, const std::string& from, const std::string& to, Language language) {
  std::ifstream file(from, std::ios::binary);
  if (!file) return trouble(Error{ErrorCode::unreadable, from}, language);
  Notices notices{[&file](std::string& line) { return static_cast<bool>(std::getline(file, line)); }, std::nullopt};
  auto failed = build_container(target, notices, to, language);
  if (!failed && file.bad()) failed = trouble(Error{ErrorCode::unreadable, from}, language);
  return failed;
}

}  // namespace gongwen::cli
