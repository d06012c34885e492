// `gongwen deadline`: what expressions of time mean, each by itself: a sentence for people, or the contract's object.
#include <string>
#include <string_view>
#include <tuple>

#include <unistd.h>

#include <gongwen/deadline.hpp>

#include "cli/commands/commands.hpp"
#include "cli/dates.hpp"
#include "cli/input.hpp"
#include "cli/terminal.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::size_t kLongestLine = 1 << 20;   // bytes

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    if (c.value == text::kReplacement && text.substr(i, c.size) != "\xEF\xBF\xBD") return false;
    i += c.size;
  }
  return true;
}

// How the day comes about: 2025-01-01 to 2027-12-31, by 2024-06-30.
std::string days_of(const Deadline& d, bool chinese) {
  const std::string start = d.start.iso(), date = d.date.iso();
  if (!start.empty() && !date.empty()) return chinese ? "自" + start + "至" + date : "from " + start + " to " + date;
  if (!start.empty()) return chinese ? "自" + start + "起" : "from " + start + " on";
  if (!date.empty()) return chinese ? "不晚于" + date : "by " + date;
  return "";
}

// P3M is every 3 months.
std::string recurrence_of(const std::string& duration, bool chinese) {
  const std::string count = duration.substr(1, duration.size() - 2);
  for (const auto& [unit, english, han] : {std::tuple{'D', "day", "天"}, {'W', "week", "周"}, {'M', "month", "个月"}, {'Y', "year", "年"}}) {
    if (duration.back() != unit) continue;
    if (chinese) return "每 " + count + " " + han;
    return count == "1" ? std::string("every ") + english : "every " + count + " " + english + "s";
  }
  return duration;
}

std::string kind_of(const DeadlineMeaning& meaning, bool chinese) {
  const Deadline& d = meaning.deadline;
  switch (d.kind) {
    case DeadlineKind::date: return chinese ? "日期" : "a date";
    case DeadlineKind::ongoing: return chinese ? "持续进行" : "ongoing";
    case DeadlineKind::recurring: return chinese ? "周期性" : "recurring";
    case DeadlineKind::relative: return chinese ? "相对期限" : "a length of time";
    case DeadlineKind::conditional: return chinese ? "视条件而定" : "on a condition";
    case DeadlineKind::immediate: return chinese ? "立即" : "at once";
    case DeadlineKind::unknown: break;
  }
  if (meaning.impossible_date) return chinese ? "未识别：日期不存在" : "unknown: it names a day that does not exist";
  return chinese ? "未识别" : "unknown: no words of time that the grammar knows";
}

std::string year_note(const DeadlineMeaning& meaning, bool dated, bool chinese) {
  const DeadlineKind kind = meaning.deadline.kind;
  switch (meaning.year) {
    case YearSource::expression: return chinese ? "年份为原文所写" : "the year is in its own words";
    case YearSource::issue:
      if (kind == DeadlineKind::relative || kind == DeadlineKind::immediate) return chinese ? "自成文日期起算" : "counted from the day of issue";
      return chinese ? "年份取自成文日期" : "the year is that of the day of issue";
    case YearSource::none: break;
  }
  if (!dated && kind == DeadlineKind::date) return chinese ? "年份未知，可用 --issued-on 指定成文日期" : "the year is not known: give --issued-on";
  if (!dated && kind == DeadlineKind::relative) return chinese ? "未知起算日期" : "it is not known what day to count from";
  return "";
}

std::string sentence(const DeadlineMeaning& meaning, bool dated, bool chinese) {
  const Deadline& d = meaning.deadline;
  const std::string comma = chinese ? "，" : ", ";
  std::string out = d.text + (chinese ? "：" : ": ") + kind_of(meaning, chinese);
  if (const std::string days = days_of(d, chinese); !days.empty()) out += comma + days;
  if (!d.recurrence.empty()) out += comma + recurrence_of(d.recurrence, chinese);
  if (d.ongoing && d.kind != DeadlineKind::ongoing) out += comma + (chinese ? "并持续进行" : "and it goes on");
  if (const std::string note = year_note(meaning, dated, chinese); !note.empty()) out += chinese ? "（" + note + "）" : " (" + note + ")";
  out += "\n";
  if (d.milestones.size() < 2) return out;
  for (const Deadline::Milestone& milestone : d.milestones) out += "  " + milestone.date.iso() + "  " + milestone.text + "\n";
  return out;
}

class DeadlineCommand {
 public:
  explicit DeadlineCommand(Session& session) : session_(session), chinese_(session.arguments.language == Language::zh) {}

  Exit run() {
    if (const std::string& day = session_.arguments.issued_on; !day.empty()) {
      const auto read = read_day(day, session_.arguments.language);
      if (const auto* why = std::get_if<std::string>(&read)) return bad_usage("--issued-on " + *why);
      issued_on_ = std::get<Date>(read);
    }
    for (const std::string& text : session_.arguments.files)
      if (text != "-" && !is_utf8(text)) return bad_usage(not_utf8());
    for (const std::string& text : session_.arguments.files) {
      if (text != "-") write(text, issued_on_, wants_text(false));
      else if (!read_lines()) return session_.done > 0 ? kSomeFailed : kNothingDone;
    }
    return failed_ ? kSomeFailed : kDone;
  }

 private:
  Exit bad_usage(const std::string& what) const {
    session_.reporter.line((chinese_ ? "gongwen: 命令行有误：" : "gongwen: the command line is wrong: ") + printable(what));
    return kBadUsage;
  }

  [[nodiscard]] std::string not_utf8() const {
    return chinese_ ? "表达式不是 UTF-8 编码；请先转换，如 iconv -f GB18030 -t UTF-8" : "this is no UTF-8; convert it, as with iconv -f GB18030 -t UTF-8";
  }

  // From standard input come JSON Lines, whoever reads them.
  [[nodiscard]] bool wants_text(bool from_input) const {
    const Format format = session_.arguments.format;
    if (format != Format::automatic) return format == Format::text;
    return !from_input && !session_.output.is_file() && is_terminal(STDOUT_FILENO);
  }

  void write(std::string_view expression, Date issued_on, bool as_text) {
    const auto meaning = interpret_deadline(expression, issued_on, session_.options.grammar);
    ++session_.done;
    if (!as_text) return session_.output.write((meaning ? to_json(meaning->deadline) : "null") + "\n");
    const std::string none = (expression.empty() ? chinese_ ? "（空）" : "(nothing)" : std::string(expression)) + (chinese_ ? "：没有时限\n" : ": no deadline\n");
    session_.output.write(printable(meaning ? sentence(*meaning, !issued_on.empty(), chinese_) : none));
  }

  void fail(std::size_t number, std::string_view code, const std::string& sentence) {
    session_.reporter.trouble("-:" + std::to_string(number), code, sentence);
    failed_ = true;
    if (!wants_text(true)) session_.output.write("null\n");   // lines out stand beside lines in
  }

  // False where standard input cannot be read.
  bool read_lines() {
    LineReader lines(kLongestLine, [this] { session_.output.flush(); });   // whoever waits for an answer gets it
    std::string line;
    for (std::size_t number = 1; !session_.output.failed(); ++number) {
      const auto got = lines.next(line);
      if (!got) return session_.reporter.failure("-", got.error()), false;
      if (*got == LineReader::Got::nothing) break;
      if (*got == LineReader::Got::too_long)
        fail(number, code_name(ErrorCode::too_large), chinese_ ? "这一行过长" : "this line is too long to be one expression");
      else
        read_line(number, line);
    }
    return true;
  }

  void read_line(std::size_t number, std::string_view line) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_utf8(line)) return fail(number, code_name(ErrorCode::unknown_encoding), not_utf8());
    const std::size_t tab = line.find('\t');
    Date issued_on = issued_on_;
    if (tab != line.npos && tab + 1 < line.size()) {
      const auto read = read_day(line.substr(tab + 1), session_.arguments.language);
      if (const auto* why = std::get_if<std::string>(&read)) return fail(number, "E_BAD_DATE", *why);
      issued_on = std::get<Date>(read);
    }
    write(line.substr(0, tab), issued_on, wants_text(true));
  }

  Session& session_;
  bool chinese_;
  Date issued_on_;
  bool failed_ = false;
};

}  // namespace

Exit deadline_command(Session& session) { return DeadlineCommand(session).run(); }

}  // namespace gongwen::cli
