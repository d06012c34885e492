// Results become a file or a folder, and each step is such that a kill after it loses nothing that the journal tells of:
// first the results are made sure of, then the journal's lines about them.
#include "cli/batch/store.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace gongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kSettleEvery{250};
constexpr std::size_t kSettleBytes = 4 << 20;

bool is_there(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// A folder with nothing in it may be filled.
bool is_taken(const std::string& path, bool folder) {
  std::error_code none;
  if (folder && fs::is_directory(path, none)) return !fs::is_empty(path, none);
  return is_there(path);
}

}  // namespace

int Store::check(int result) {
  if (result != 0 && error_ == 0) error_ = result;
  return result;
}

std::string Store::dest_state() const {
  struct stat status {};
  if (::stat(settings_.dest.c_str(), &status) != 0) return "";
  if (settings_.folder) return "folder";   // what others put into it is left alone
  return std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec);
}

std::optional<Trouble> Store::refusal(const std::optional<JournalContent>& journal) const {
  const auto refuse = [&](BatchError error, const std::string& path) { return trouble(error, path == settings_.dest ? "" : path, settings_.language); };
  std::error_code none;
  if (settings_.folder && is_there(settings_.dest) && !fs::is_directory(settings_.dest, none)) return refuse(BatchError::exists, settings_.dest);
  if (settings_.force) return std::nullopt;
  if (journal && !journal->ours) return refuse(BatchError::exists, journal_path());
  const bool finished = journal && !journal->finished_state.empty();
  if (journal && !finished) return settings_.resume ? std::nullopt : std::optional(refuse(BatchError::unfinished, settings_.dest));
  if (is_taken(settings_.dest, settings_.folder) && !(finished && journal->finished_state == dest_state()))
    return refuse(BatchError::exists, settings_.dest);
  if (is_there(part_path())) return refuse(BatchError::exists, part_path());
  return std::nullopt;
}

std::optional<Trouble> Store::open() {
  if (to_stdout()) return append(settings_.framing.before), std::nullopt;
  const bool was_there = is_there(journal_path());
  const auto failed = [&](int number) { return write_trouble(number, settings_.language); };
  if (const auto early = refusal(read_journal(journal_path()))) return early;
  std::error_code unmade;
  fs::create_directories(folder_of(settings_.dest), unmade);
  if (unmade) return failed(unmade.value());
  if (const int result = journal_.open(journal_path())) return failed(result);
  if (const int result = journal_.lock()) return result == EWOULDBLOCK ? trouble(BatchError::busy, "", settings_.language) : failed(result);
  auto journal = was_there ? read_journal(journal_path()) : std::nullopt;   // again: now nobody else writes it
  if (auto refused = refusal(journal)) return refused;
  if (journal && !journal->ours) journal.reset();
  if (const int result = take_up(journal)) return failed(result);
  return std::nullopt;
}

int Store::take_up(const std::optional<JournalContent>& journal) {
  const bool same = journal && journal->header_end > 0 && journal->key == settings_.key;
  was_finished_ = journal && !journal->finished_state.empty();
  began_anew_ = settings_.resume && journal && journal->header_end > 0 && !same;
  const bool go_on = same && settings_.resume && !(was_finished_ && settings_.container);
  if (journal && settings_.folder && settings_.resume) before_ = journal->done;   // even if done otherwise: its files are ours
  if (go_on) {
    before_ = journal->done;
    header_end_ = journal->header_end;
    if (const int result = journal_.cut(journal->whole_bytes)) return result;
  } else {
    const std::string header = journal_header(settings_.key);
    header_end_ = header.size();
    if (const int result = journal_.cut(0)) return result;
    if (const int result = journal_.write(header)) return result;
    if (const int result = journal_.sync()) return result;
    if (!settings_.folder) (void)::unlink(part_path().c_str());
  }
  if (const int result = sync_folder(folder_of(journal_path()))) return result;
  if (!settings_.folder) return take_up_part();
  seen_.assign(before_.size(), false);
  for (std::size_t i = 0; go_on && i < before_.size(); ++i) by_digest_[before_[i].digest] = i;
  std::error_code trouble;
  fs::create_directories(settings_.dest, trouble);
  return trouble.value();
}

// The work file has at least what the journal tells of; whatever is beyond is cut off.
int Store::take_up_part() {
  if (was_finished_ && !before_.empty())
    if (const int result = fill_part_from_dest()) return result;
  struct stat status {};
  const std::uint64_t have = ::stat(part_path().c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  while (!before_.empty() && before_.back().end > have) before_.pop_back();
  if (const int result = part_.open(part_path())) return result;
  if (before_.empty()) {
    if (const int result = part_.cut(0)) return result;
    append(settings_.framing.before);
    part_end_ = settings_.framing.before.size();
    return journal_.cut(header_end_);
  }
  if (const int result = journal_.cut(before_.back().line_end)) return result;
  part_end_ = settings_.framing.before.size();
  return part_.cut(before_.back().end);
}

int Store::fill_part_from_dest() {
  std::error_code failed;
  fs::copy_file(settings_.dest, part_path(), fs::copy_options::overwrite_existing, failed);
  return failed.value();
}

const Done* Store::known(std::uint64_t position, const std::string& digest) const {
  if (settings_.folder) {
    const auto found = by_digest_.find(digest);
    if (found == by_digest_.end()) return nullptr;
    const Done& done = before_[found->second];
    if (done.trouble) return &done;
    struct stat status {};
    const std::string file = settings_.dest + "/" + done.output;
    return ::stat(file.c_str(), &status) == 0 && static_cast<std::uint64_t>(status.st_size) == done.size ? &done : nullptr;
  }
  if (diverged_ || position >= before_.size() || before_[position].digest != digest) return nullptr;
  return &before_[position];
}

std::optional<Trouble> Store::put_file(const std::string& name, std::string_view bytes) const {
  if (const int failed = write_whole(settings_.dest + "/" + name, bytes)) return write_trouble(failed, settings_.language);
  return std::nullopt;
}

void Store::append(std::string_view bytes) {
  if (settings_.folder) return;
  waiting_ += bytes;
}

// What the journal says from here on is of another run's inputs.
void Store::diverge() {
  diverged_ = true;
  const std::uint64_t lines = position_ == 0 ? header_end_ : before_[position_ - 1].line_end;
  if (check(journal_.cut(lines)) != 0 || check(journal_.sync()) != 0) return;
  (void)check(part_.cut(part_end_));
}

void Store::commit(Done done, std::string_view result, bool known) {
  if (known) {
    if (settings_.folder) seen_[by_digest_[done.digest]] = true;
    else part_end_ = done.end;
  } else {
    if (!settings_.folder && position_ < before_.size() && !diverged_) diverge();
    if (!done.trouble && !settings_.folder) {
      if (successes_ > 0) append(settings_.framing.between), part_end_ += settings_.framing.between.size();
      append(result);
      part_end_ += result.size();
    }
    done.end = part_end_;
    if (!to_stdout()) waiting_lines_ += journal_line(done);
    if (settings_.folder && !done.trouble) touched_.insert(folder_of(settings_.dest + "/" + done.output));
  }
  if (!done.trouble) ++successes_;
  ++position_;
  settle(false);
}

void Store::sync_folders() {
  std::set<std::string> all;
  for (const std::string& folder : touched_)
    for (std::string at = folder; at.size() >= settings_.dest.size() && all.insert(at).second;) at = folder_of(at);
  if (!touched_.empty()) all.insert(folder_of(settings_.dest));
  for (const std::string& folder : all) (void)check(sync_folder(folder));
  touched_.clear();
}

void Store::settle(bool now) {
  const auto time = std::chrono::steady_clock::now();
  if (error_ != 0 || (waiting_.empty() && waiting_lines_.empty())) return;
  if (!now && waiting_.size() < kSettleBytes && time - settled_ < kSettleEvery) return;
  settled_ = time;
  if (to_stdout()) {
    (void)check(write_all(STDOUT_FILENO, waiting_));
    waiting_.clear();
    return;
  }
  if (settings_.folder) sync_folders();
  else if (check(part_.write(waiting_)) == 0) (void)check(part_.sync());
  waiting_.clear();
  if (error_ != 0) return;
  if (check(journal_.write(waiting_lines_)) == 0) (void)check(journal_.sync());
  waiting_lines_.clear();
}

// Files of an earlier, unfinished run whose sources are gone.
void Store::remove_stale(const OutputNames& names) {
  for (std::size_t i = 0; i < before_.size(); ++i)
    if (!seen_[i] && !before_[i].output.empty() && !names.contains(before_[i].output)) (void)::unlink((settings_.dest + "/" + before_[i].output).c_str());
}

std::optional<Trouble> Store::place() {
  const auto fail = [&](int number) { return write_trouble(check(number), settings_.language); };
  if (error_ != 0) return write_trouble(error_, settings_.language);
  if (to_stdout()) return std::nullopt;
  if (!settings_.folder) {
    if (const int result = part_.close()) return fail(result);
    if (settings_.container)
      if (const int result = sync_file(unfinished_path())) return fail(result);
    if (const int result = put_in_place(settings_.container ? unfinished_path() : part_path(), settings_.dest)) return fail(result);
    if (settings_.container) (void)::unlink(part_path().c_str());
  }
  return conclude();
}

void Store::discard() {
  if (to_stdout()) return;
  if (!settings_.folder) (void)::unlink(part_path().c_str());
  (void)::unlink(journal_path().c_str());
  if (settings_.folder) (void)::rmdir(settings_.dest.c_str());   // goes only if it is empty
}

// With --resume the journal stays, so that the same command once more has little to do; else it has served.
std::optional<Trouble> Store::conclude() {
  int result = 0;
  if (settings_.resume) {
    result = journal_.write(journal_finish(dest_state()));
    if (result == 0) result = journal_.sync();
  } else {
    (void)::unlink(journal_path().c_str());
    result = sync_folder(folder_of(journal_path()));
  }
  if (result == 0) return std::nullopt;
  return write_trouble(check(result), settings_.language);
}

}  // namespace gongwen::cli
