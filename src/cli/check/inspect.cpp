// One file becomes what is wrong with it, and with --fix also what is to be written in its place.
#include "cli/check/inspect.hpp"

#include <new>
#include <span>

#include "cli/input.hpp"

namespace gongwen::cli {
namespace {

// Only a text file of its own is mended; with --diff one in an archive is shown, too.
void mend(Checked& checked, const Inspector& how, const CheckJob& job, const ParseOptions& parsing) {
  if (checked.notice.source.format != "txt" || !(how.fix || how.diff)) return;
  if (!how.diff && (job.file.empty() || job.file == "-")) return;
  Fix made = fix(checked.notice, *job.bytes, parsing);
  if (how.fix && !how.diff && !made.edits.empty() && !made.unwritable) {
    auto again = check(std::as_bytes(std::span(made.bytes)), parsing, *job.options);
    if (!again) return;   // cannot be: the same text was read before it was believed
    checked.original = checked.notice.source.sha256;
    checked.notice = *std::move(again);
  }
  checked.fix = std::move(made);
}

void inspect_into(Checked& checked, const Inspector& how, CheckJob& job) {
  if (!job.bytes) {
    auto bytes = read_file(job.file, how.parsing.limits.file_bytes);
    if (!bytes) return void(checked.trouble = trouble(bytes.error(), how.language));
    job.bytes = *std::move(bytes);
  }
  ParseOptions parsing = how.parsing;
  parsing.path = job.path;
  auto notice = check(*job.bytes, parsing, *job.options);
  if (!notice) return void(checked.trouble = trouble(notice.error(), how.language));
  checked.notice = *std::move(notice);
  mend(checked, how, job, parsing);
}

}  // namespace

Checked inspect(const Inspector& how, CheckJob& job) {
  Checked checked{.path = job.path, .file = job.file, .options = job.options, .notice = {}, .trouble = std::move(job.trouble), .fix = {}, .original = {}};
  if (checked.trouble) return checked;
  try {
    inspect_into(checked, how, job);
  } catch (const std::bad_alloc&) {   // the others may be smaller
    checked.trouble = trouble(Error{ErrorCode::too_large, "out of memory"}, how.language);
  }
  job.bytes.reset();
  return checked;
}

}  // namespace gongwen::cli
