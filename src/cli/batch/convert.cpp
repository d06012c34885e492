// Bytes are read, looked up in the journal by their hash, parsed and written as DEST wants them.
#include "cli/batch/convert.hpp"

#include <chrono>
#include <new>

#include "cli/input.hpp"
#include "text/sha256.hpp"

namespace gongwen::cli {
namespace {

using Clock = std::chrono::steady_clock;

// Failures that may be gone next time are never taken for done.
bool may_pass(const Error& error) {
  return error.code == ErrorCode::not_found || error.code == ErrorCode::unreadable || error.code == ErrorCode::is_directory || error.detail == "out of memory";
}

void fail(Converted& result, const Error& error, Language language) {
  result.outcome.trouble = trouble(error, language);
  if (may_pass(error)) result.done.digest.clear();
}

void take_from_journal(Converted& result, const Done& done, Job& job) {
  result.known = true;
  result.done = done;
  result.outcome.trouble = done.trouble;
  result.outcome.records = done.records;
  result.outcome.findings = done.findings;
  result.again = Job{job.position, job.path, job.file, job.output, std::move(job.bytes), std::nullopt};
}

void parse_and_write(Converted& result, const Conversion& how, const Store& store, const Job& job, const FileBytes& bytes) {
  ParseOptions options = how.parsing;
  options.path = job.path;
  const auto notice = parse(bytes, options);
  if (!notice) return fail(result, notice.error(), how.rendering.language);
  result.outcome.records = notice->tasks.size();
  result.outcome.findings = notice->diagnostics.size();
  result.data = render(*notice, how.rendering);
  if (!how.folder) return;
  result.done.output = job.output;
  result.done.size = result.data.size();
  result.unwritten = store.put_file(job.output, result.data);
  result.data = {};
}

void convert_into(Converted& result, const Conversion& how, const Store& store, Job& job, bool ask_journal) {
  if (job.trouble) {
    result.outcome.trouble = job.trouble;
    return;
  }
  if (!job.bytes) {
    auto bytes = read_file(job.file, how.parsing.limits.file_bytes);
    if (!bytes) return fail(result, bytes.error(), how.rendering.language);
    job.bytes = *std::move(bytes);
  }
  result.outcome.sha256 = text::sha256(*job.bytes);
  result.done.digest = input_digest(job.path, result.outcome.sha256);
  const Done* known = ask_journal ? store.known(job.position, result.done.digest) : nullptr;
  if (known != nullptr) return take_from_journal(result, *known, job);
  parse_and_write(result, how, store, job, *job.bytes);
}

}  // namespace

Converted convert_one(const Conversion& how, const Store& store, Job& job, bool ask_journal) {
  const auto begun = Clock::now();
  Converted result;
  result.outcome.path = job.path;
  try {
    convert_into(result, how, store, job, ask_journal);
  } catch (const std::bad_alloc&) {   // the others may be smaller
    fail(result, {ErrorCode::too_large, "out of memory"}, how.rendering.language);
  }
  job.bytes.reset();
  result.outcome.milliseconds = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun).count());
  if (!result.known) {
    result.done.trouble = result.outcome.trouble;
    result.done.records = result.outcome.records;
    result.done.findings = result.outcome.findings;
  }
  return result;
}

Converted given_up(const Job& job, std::uint32_t seconds, Language language) {
  Converted result;
  result.outcome.path = job.path;
  result.outcome.milliseconds = seconds * std::uint64_t{1000};
  result.outcome.trouble = trouble(BatchError::timeout, "--max-seconds " + std::to_string(seconds), language);
  result.done.trouble = result.outcome.trouble;
  return result;
}

}  // namespace gongwen::cli
