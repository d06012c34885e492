// Outcomes become counts, and lines of a report.
#include "cli/batch/summary.hpp"

#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kGather = 1 << 16;

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string tenths(std::chrono::steady_clock::duration time) {
  const auto count = std::chrono::duration_cast<std::chrono::milliseconds>(time).count() / 100;
  return std::to_string(count / 10) + "." + std::to_string(count % 10);
}

std::string report_line(const Outcome& outcome) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  json.key("path"), json.string(outcome.path);
  json.key("sha256"), json.string_or_null(outcome.sha256);
  json.key("status"), json.string(outcome.trouble ? "failed" : "converted");
  json.key("code"), outcome.trouble ? json.string(outcome.trouble->code) : json.null();
  json.key("message"), outcome.trouble ? json.string(outcome.trouble->message) : json.null();
  json.key("milliseconds"), json.integer(static_cast<std::int64_t>(outcome.milliseconds));
  json.key("records"), json.integer(static_cast<std::int64_t>(outcome.records));
  json.key("findings"), json.integer(static_cast<std::int64_t>(outcome.findings));
  json.end_object();
  return out + "\n";
}

}  // namespace

void Summary::count(const Outcome& outcome) {
  if (outcome.trouble) {
    ++codes_[outcome.trouble->code];
    return;
  }
  ++converted_;
  with_findings_ += outcome.findings > 0 ? 1 : 0;
  records_ += outcome.records;
}

std::uint64_t Summary::failed() const noexcept {
  std::uint64_t sum = 0;
  for (const auto& [code, times] : codes_) sum += times;
  return sum;
}

std::string Summary::text(Language language, std::uint64_t skipped) const {
  const bool chinese = language == Language::zh;
  std::string codes;
  for (const auto& [code, times] : codes_) codes.append(codes.empty() ? "" : chinese ? "，" : ", ").append(code).append(" ").append(grouped(times));
  const std::string seconds = tenths(std::chrono::steady_clock::now() - begun_);
  if (chinese)
    return "已转换 " + grouped(converted_) + " 份（" + grouped(with_findings_) + " 份有提示，共 " + grouped(records_) + " 条记录），失败 " +
           grouped(failed()) + " 份" + (codes.empty() ? "" : "（" + codes + "）") + (skipped > 0 ? "，略过 " + grouped(skipped) + " 个系统文件" : "") +
           "，用时 " + seconds + " 秒";
  return grouped(converted_) + " converted (" + grouped(with_findings_) + " with findings, " + grouped(records_) + " records), " + grouped(failed()) +
         " failed" + (codes.empty() ? "" : " (" + codes + ")") + (skipped > 0 ? ", " + grouped(skipped) + " system files left out" : "") + ", in " +
         seconds + " s";
}

int BatchReport::open(const std::string& path) {
  path_ = path;
  if (path_.empty()) return 0;
  error_ = file_.open(unfinished());
  if (error_ == 0) error_ = file_.cut(0);
  return error_;
}

void BatchReport::add(const Outcome& outcome) {
  if (path_.empty() || error_ != 0) return;
  waiting_ += report_line(outcome);
  if (waiting_.size() < kGather) return;
  error_ = file_.write(waiting_);
  waiting_.clear();
}

int BatchReport::finish() {
  if (path_.empty()) return 0;
  if (error_ == 0) error_ = file_.write(waiting_);
  if (error_ == 0) error_ = file_.sync();
  if (const int closed = file_.close(); error_ == 0) error_ = closed;
  return error_ != 0 ? error_ : put_in_place(unfinished(), path_);
}

}  // namespace gongwen::cli
