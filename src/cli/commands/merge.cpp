// `gongwen merge`: the parts that shards made become the one output that a single run would have made. One item is held at a
// time.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <unistd.h>

#include "cli/batch/build.hpp"
#include "cli/batch/files.hpp"
#include "cli/batch/output_names.hpp"
#include "cli/batch/parts.hpp"
#include "cli/batch/render.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/ledger/entry.hpp"

namespace gongwen::cli {
namespace {

class Merge {
 public:
  Merge(const Arguments& arguments, const Reporter& reporter)
      : arguments_(arguments), reporter_(reporter), dest_(arguments.output),
        how_{target_of(arguments.batch.target, arguments.output), false, !arguments.batch.no_guard, !arguments.batch.no_bom, arguments.language} {
    while (dest_.size() > 1 && dest_.ends_with('/')) dest_.pop_back();
  }

  Exit run() {
    if (const Exit wrong = check(); wrong != kDone) return wrong;
    if (const Exit wrong = look_at_parts(); wrong != kDone) return wrong;
    const auto failed = is_container(how_.target) ? build() : how_.target == Target::folder ? fill_folder() : write_stream();
    if (failed) {
      if (dest_ != "-" && how_.target != Target::folder) (void)::unlink(unfinished().c_str());
      reporter_.tell(where_, failed->code, failed->message);
      return kNothingDone;
    }
    if (!arguments_.batch.quiet) tell();
    return kDone;
  }

 private:
  [[nodiscard]] bool chinese() const noexcept { return arguments_.language == Language::zh; }
  [[nodiscard]] std::string unfinished() const { return dest_ + std::string(kUnfinished); }
  [[nodiscard]] Trouble write_failure(int number) {
    where_ = dest_;
    return write_trouble(number, arguments_.language);
  }

  Exit bad_usage(const std::string& english, const std::string& chinese_text) const {
    reporter_.line("gongwen: " + (chinese() ? "命令行有误：" + chinese_text + "；请看 gongwen merge --help"
                                            : "the command line is wrong: " + english + "; see gongwen merge --help"));
    return kBadUsage;
  }

  Exit check() {
    if (dest_.empty()) return bad_usage("--output is missing", "缺少 --output");
    if (dest_ == "-" && (how_.target == Target::folder || is_container(how_.target))) return bad_usage("this format cannot go to standard output", "该格式不能写到标准输出");
    std::error_code none;
    for (const std::string& part : arguments_.files)
      if (std::filesystem::equivalent(part, dest_, none)) return bad_usage("--output is one of the parts", "--output 与某一部分相同");
    const bool filled = how_.target == Target::folder && std::filesystem::is_directory(dest_, none) ? !std::filesystem::is_empty(dest_, none)
                                                                                                    : std::filesystem::exists(dest_, none);
    if (dest_ == "-") return kDone;
    if (!filled) std::filesystem::create_directories(folder_of(dest_), none);   // what goes wrong here shows when it is opened
    if (!filled || arguments_.batch.force) return kDone;
    const Trouble there = trouble(BatchError::exists, "", arguments_.language);
    return reporter_.tell(dest_, there.code, there.message), kNothingDone;
  }

  // Before anything is written: all are there, and can become DEST.
  Exit look_at_parts() {
    bool records = false, others = false;
    for (const std::string& path : arguments_.files) {
      PartReader part(path, arguments_.language);
      if (const auto failed = part.open()) return reporter_.tell(path, failed->code, failed->message), kNothingDone;
      const PartContent content = part.content();
      if (content == PartContent::rows && how_.target != Target::csv) return bad_usage(path + ": .csv can only become .csv", path + "：.csv 只能合并为 .csv");
      if (content == PartContent::records && how_.target != Target::jsonl)
        return bad_usage(path + ": records (--records) can only become .jsonl", path + "：记录（--records）只能合并为 .jsonl");
      records = records || content == PartContent::records;
      others = others || (content != PartContent::records && content != PartContent::nothing);
    }
    if (records && others) return bad_usage("some parts are records, some are notices", "各部分既有记录又有公文");
    return kDone;
  }

  // The next item of the parts, one part after the other.
  bool next(PartItem& item, PartContent& content) {
    while (!fault_) {
      if (!reader_) {
        if (part_ == arguments_.files.size()) return false;
        where_ = arguments_.files[part_++];
        reader_.emplace(where_, arguments_.language);
        if ((fault_ = reader_->open())) return false;
      }
      content = reader_->content();
      if (reader_->next(item)) return ++items_, true;
      fault_ = reader_->fault();
      reader_.reset();
    }
    return false;
  }

  std::optional<Trouble> build() {
    Notices notices;
    PartContent content{};
    PartItem item;
    notices.next = [&](std::string& line) {
      const bool found = next(item, content);
      line = std::move(item.text);
      notices.fault = fault_;
      return found;
    };
    if (auto failed = build_container(how_.target, notices, unfinished(), arguments_.language)) {
      if (failed->code == "E_WRITE") where_ = dest_;
      return failed;
    }
    if (const int failed = sync_file(unfinished())) return write_failure(failed);
    if (const int failed = put_in_place(unfinished(), dest_)) return write_failure(failed);
    return std::nullopt;
  }

  std::optional<Trouble> write_stream() {
    WorkFile file;
    std::string waiting = framing(how_).before;
    const auto flush = [&] {
      const int failed = dest_ == "-" ? write_all(STDOUT_FILENO, waiting) : file.write(waiting);
      waiting.clear();
      return failed;
    };
    if (dest_ != "-") {
      if (const int failed = file.open(unfinished())) return write_failure(failed);
      if (const int failed = file.cut(0)) return write_failure(failed);
    }
    PartItem item;
    PartContent content{};
    while (next(item, content)) {
      if (items_ > 1) waiting += framing(how_).between;
      if (auto failed = add(waiting, item, content)) return failed;
      if (waiting.size() > kGather)
        if (const int failed = flush()) return write_failure(failed);
    }
    if (fault_) return fault_;
    waiting += framing(how_).after;
    if (const int failed = flush()) return write_failure(failed);
    if (dest_ == "-") return std::nullopt;
    if (const int failed = file.sync()) return write_failure(failed);
    if (const int failed = file.close()) return write_failure(failed);
    if (const int failed = put_in_place(unfinished(), dest_)) return write_failure(failed);
    return std::nullopt;
  }

  std::optional<Trouble> add(std::string& out, const PartItem& item, PartContent content) const {
    if (content == PartContent::rows || content == PartContent::records) {
      out.append(item.text).append(content == PartContent::records ? "\n" : "");
      return std::nullopt;
    }
    const auto rendered = render_json(item.text, how_);
    if (!rendered) return trouble(BatchError::bad_part, "", arguments_.language);
    out += *rendered;
    return std::nullopt;
  }

  std::optional<Trouble> fill_folder() {
    OutputNames names;
    PartItem item;
    PartContent content{};
    while (next(item, content)) {
      const auto entry = read_entry(item.text);
      if (!entry) return trouble(BatchError::bad_part, "", arguments_.language);
      const std::string name = names.next(content == PartContent::folder ? item.name : entry->path);
      if (const int failed = write_whole(dest_ + "/" + name, indented_json(item.text) + "\n")) return write_failure(failed);
    }
    if (fault_) return fault_;
    std::error_code none;
    std::filesystem::create_directories(dest_, none);
    for (const auto& at : std::filesystem::recursive_directory_iterator(dest_, none))
      if (at.is_directory(none))
        if (const int failed = sync_folder(at.path().string())) return write_failure(failed);
    if (const int failed = sync_folder(dest_)) return write_failure(failed);
    return std::nullopt;
  }

  void tell() const {
    const std::string parts = std::to_string(arguments_.files.size()), items = std::to_string(items_);
    const bool rows = how_.target == Target::csv;   // whose pieces are not counted
    reporter_.line(chinese() ? "gongwen: 已合并 " + parts + " 个部分" + (rows ? "" : "，共 " + items + " 项")
                             : "gongwen: " + parts + " parts merged" + (rows ? "" : ", " + items + " items"));
  }

  static constexpr std::size_t kGather = 1 << 20;

  const Arguments& arguments_;
  const Reporter& reporter_;
  std::string dest_, where_;                 // `where_`: what an error is about
  Rendering how_;
  std::size_t part_ = 0;
  std::uint64_t items_ = 0;
  std::optional<PartReader> reader_;
  std::optional<Trouble> fault_;
};

}  // namespace

Exit merge_command(const Arguments& arguments, const Reporter& reporter) { return Merge(arguments, reporter).run(); }

}  // namespace gongwen::cli
