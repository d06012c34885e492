// Arguments become a Plan.
#include "cli/batch/plan.hpp"

#include <span>
#include <string_view>

#include <sys/stat.h>

#include <gongwen/version.hpp>

#include "cli/input.hpp"
#include "text/sha256.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint64_t kListLimit = 1ull << 30;   // bytes of --files-from

class Planner {
 public:
  Planner(const Arguments& arguments, const Reporter& reporter) : arguments_(arguments), options_(arguments.batch), reporter_(reporter) {}

  std::variant<Plan, Exit> make() {
    if (const Exit wrong = choose_target(); wrong != kDone) return wrong;
    if (const Exit wrong = read_sources(); wrong != kDone) return wrong;
    if (const Exit wrong = read_grammar(); wrong != kDone) return wrong;
    if (const Exit wrong = check_outputs(); wrong != kDone) return wrong;
    return std::move(plan_);
  }

 private:
  Exit bad_usage(const std::string& english, const std::string& chinese) const {
    reporter_.line("gongwen: " + (arguments_.language == Language::zh ? "命令行有误：" + chinese + "；请看 gongwen convert --help"
                                                                      : "the command line is wrong: " + english + "; see gongwen convert --help"));
    return kBadUsage;
  }

  Exit choose_target() {
    std::string& dest = plan_.dest = arguments_.output;
    if (dest.empty()) return bad_usage("--output is missing", "缺少 --output");
    const Target target = target_of(options_.target, dest);
    while (dest.size() > 1 && dest.ends_with('/')) dest.pop_back();
    if (dest == "-" && (target == Target::folder || is_container(target))) return bad_usage("this format cannot go to standard output", "该格式不能写到标准输出");
    if (dest == "-" && options_.resume) return bad_usage("--resume needs a file or a folder", "--resume 需要文件或文件夹");
    if (options_.records && target != Target::jsonl) return bad_usage("--records is for .jsonl", "--records 只用于 .jsonl");
    plan_.how.rendering = {target, options_.records, !options_.no_guard, !options_.no_bom, arguments_.language};
    plan_.how.folder = target == Target::folder;
    return kDone;
  }

  Exit read_sources() {
    plan_.sources = arguments_.files;
    if (options_.files_from.empty()) return plan_.sources.empty() ? bad_usage("SOURCE is missing", "缺少 SOURCE") : kDone;
    const auto list = read_file(options_.files_from, kListLimit);
    if (!list) return reporter_.failure(options_.files_from, list.error()), kNothingDone;
    for (std::string& path : listed_paths({reinterpret_cast<const char*>(list->data()), list->size()})) plan_.sources.push_back(std::move(path));
    return kDone;
  }

  Exit read_grammar() {
    std::string where;
    const auto files = read_grammar_files(arguments_.grammars, arguments_.language, where);
    if (!files) return reporter_.failure(where, files.error()), kNothingDone;
    auto grammar = files->empty() ? Result<Grammar>(Grammar::builtin()) : Grammar::extended(*files);
    if (!grammar) return reporter_.failure(where, grammar.error()), kNothingDone;
    plan_.how.parsing.grammar = *std::move(grammar);
    plan_.how.parsing.punctuation = arguments_.punctuation;
    plan_.how.parsing.revisions = arguments_.revisions;
    plan_.how.parsing.prose = arguments_.prose;
    plan_.how.parsing.limits = options_.limits;
    make_key(*files);
    return kDone;
  }

  // All that decides what comes out for an input.
  void make_key(const std::vector<Grammar::File>& files) {
    std::string text(version());
    const auto add = [&text](std::string_view value) { text.append(1, '\0').append(value); };
    add(kSchemaVersion);
    for (const Grammar::File& file : files) add(file.name), add(file.text);
    const Rendering& r = plan_.how.rendering;
    for (const int number : {static_cast<int>(r.target), int{r.records}, int{r.guard}, int{r.bom}, static_cast<int>(r.language),
                             static_cast<int>(arguments_.punctuation), static_cast<int>(arguments_.revisions), int{arguments_.prose}})
      add(std::to_string(number));
    const Limits& l = options_.limits;
    for (const std::uint64_t number : {l.file_bytes, l.part_bytes, std::uint64_t{l.entries}, std::uint64_t{l.depth}, std::uint64_t{l.cells},
                                       options_.shard.index, options_.shard.count})
      add(std::to_string(number));
    plan_.key = text::sha256(std::as_bytes(std::span(text.data(), text.size())));
  }

  Exit check_outputs() const {
    for (const std::string& source : plan_.sources)
      for (const std::string& output : {plan_.dest, options_.report})
        if (source != "-" && !output.empty() && is_same_file(source, output)) return bad_usage("an output is one of the sources", "输出与输入是同一个文件");
    struct stat status {};
    if (!options_.report.empty() && !options_.force && !options_.resume && ::stat(options_.report.c_str(), &status) == 0) {
      const Trouble there = trouble(BatchError::exists, "", arguments_.language);
      return reporter_.tell(options_.report, there.code, there.message), kNothingDone;
    }
    return kDone;
  }

  const Arguments& arguments_;
  const BatchOptions& options_;
  const Reporter& reporter_;
  Plan plan_;
};

}  // namespace

Store::Settings Plan::store_settings(const Arguments& arguments) const {
  const bool container = is_container(how.rendering.target);
  return {dest, how.folder, container, container ? Framing{} : framing(how.rendering), key, arguments.batch.force, arguments.batch.resume, arguments.language};
}

Walk Plan::walk(const Arguments& arguments) const {
  std::vector<std::string> own;
  for (const std::string& path : {dest, arguments.batch.report})
    for (const std::string_view ending : {"", ".gongwen-part", ".gongwen-journal", ".gongwen-tmp"})
      if (!path.empty() && path != "-") own.push_back(path + std::string(ending));
  return {sources, arguments.batch, arguments.language, std::move(own)};
}

std::variant<Plan, Exit> make_plan(const Arguments& arguments, const Reporter& reporter) { return Planner(arguments, reporter).make(); }

}  // namespace gongwen::cli
