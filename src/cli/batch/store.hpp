#pragma once
// DEST while it is being made: what is written, what the journal remembers of it, and how it is put in its place.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/batch/files.hpp"
#include "cli/batch/journal.hpp"
#include "cli/batch/options.hpp"
#include "cli/batch/output_names.hpp"
#include "cli/batch/trouble.hpp"

namespace gongwen::cli {

/// What stands around the results of one file.
struct Framing {
  std::string before, between, after;
};

class Store {
 public:
  struct Settings {
    std::string dest;                  ///< "-": standard output
    bool folder = false;
    bool container = false;            ///< DEST is made of the work file at the end
    Framing framing;
    std::string key;                   ///< version, grammar and options
    bool force = false, resume = false;
    Language language = Language::en;
  };

  explicit Store(Settings settings) : settings_(std::move(settings)) {}
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Refuses what is not ours, takes up what is.
  std::optional<Trouble> open();

  /// What the journal knows of the input at `position` (from 0), or null. Any thread.
  [[nodiscard]] const Done* known(std::uint64_t position, const std::string& digest) const;
  /// A file of a DEST folder, whole. Any thread.
  std::optional<Trouble> put_file(const std::string& name, std::string_view bytes) const;

  /// Whether an input differed from what the journal says of its place: from there on nothing is known.
  [[nodiscard]] bool diverged() const noexcept { return diverged_; }
  /// The next input that is done, in source order; `known`: by the journal.
  void commit(Done done, std::string_view result, bool known);
  /// Makes sure of what is committed, now or (`now` false) if it is time.
  void settle(bool now);

  /// DEST is whole: for a container `build` makes `to` of the work file `from`.
  template <class Build>
  std::optional<Trouble> finish(const OutputNames& names, Build build);
  /// The work stops here; what is done is kept for --resume.
  void suspend() { settle(true); }
  /// Nothing came of it: no DEST, nothing to go on with.
  void discard();

  [[nodiscard]] int error() const noexcept { return error_; }
  [[nodiscard]] bool began_anew() const noexcept { return began_anew_; }
  [[nodiscard]] bool to_stdout() const noexcept { return settings_.dest == "-"; }
  [[nodiscard]] std::string part_path() const { return settings_.dest + ".gongwen-part"; }
  [[nodiscard]] std::string journal_path() const { return settings_.dest + ".gongwen-journal"; }
  [[nodiscard]] std::string unfinished_path() const { return settings_.dest + std::string(kUnfinished); }

 private:
  std::optional<Trouble> refusal(const std::optional<JournalContent>& journal) const;
  int take_up(const std::optional<JournalContent>& journal);
  int take_up_part();
  int fill_part_from_dest();
  void begin_anew();
  void diverge();
  int check(int result);
  void append(std::string_view bytes);
  void sync_folders();
  void remove_stale(const OutputNames& names);
  std::optional<Trouble> place();
  std::optional<Trouble> conclude();
  [[nodiscard]] std::string dest_state() const;

  Settings settings_;
  WorkFile part_, journal_;
  std::vector<Done> before_;                                    // what the journal said when it was opened
  std::unordered_map<std::string, std::size_t> by_digest_;      // into before_, for a folder
  std::vector<bool> seen_;                                      // of before_, for a folder
  std::uint64_t header_end_ = 0;
  bool was_finished_ = false, began_anew_ = false;
  std::atomic<bool> diverged_ = false;
  std::uint64_t position_ = 0, successes_ = 0, part_end_ = 0;
  std::string waiting_, waiting_lines_;                         // not yet written
  std::set<std::string> touched_;                               // folders with new files that are not yet synced
  std::chrono::steady_clock::time_point settled_ = std::chrono::steady_clock::now();
  int error_ = 0;
};

template <class Build>
std::optional<Trouble> Store::finish(const OutputNames& names, Build build) {
  if (!settings_.folder && position_ < before_.size() && !diverged_) diverge();   // fewer inputs than last time
  if (!settings_.folder) append(settings_.framing.after);
  settle(true);
  if (error_ == 0 && settings_.folder) remove_stale(names);
  if (error_ == 0 && settings_.container)
    if (auto failed = build(part_path(), unfinished_path())) return failed;
  return place();
}

}  // namespace gongwen::cli
