// Notices become the sheets of a ledger.
#include "cli/ledger/xlsx.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "cli/ledger/entry.hpp"
#include "cli/ledger/workbook.hpp"

namespace gongwen::cli {
namespace {

using enum CellStyle;

constexpr std::uint16_t kDueColumn = 6, kStatusColumn = 7;

struct UnitCount {
  std::int64_t lead = 0, responsible = 0, supporting = 0, dated = 0;
  [[nodiscard]] std::int64_t all() const noexcept { return lead + responsible + supporting; }
};

std::string pick(bool chinese, const char* zh, const char* en) { return chinese ? zh : en; }

std::vector<SheetColumn> record_columns(bool c) {
  return {{pick(c, "序", "#"), 6, number},
          {pick(c, "任务", "task"), 60, wrapped},
          {pick(c, "牵头单位", "lead"), 20, wrapped},
          {pick(c, "责任单位", "responsible"), 26, wrapped},
          {pick(c, "配合单位", "supporting"), 20, wrapped},
          {pick(c, "完成时限", "deadline"), 16, wrapped},
          {pick(c, "截止日期", "due"), 12, date},
          {pick(c, "状态", "status"), 10, text},
          {pick(c, "进展备注", "remarks"), 20, wrapped},
          {pick(c, "原序号", "number"), 8, text},
          {pick(c, "所属条目", "path"), 30, wrapped},
          {pick(c, "公文标题", "notice"), 36, wrapped},
          {pick(c, "发文字号", "document number"), 20, wrapped},
          {pick(c, "发文机关", "issuer"), 20, wrapped},
          {pick(c, "成文日期", "issued on"), 12, date},
          {pick(c, "其他栏目", "other columns"), 30, wrapped},
          {pick(c, "来源文件", "source"), 30, wrapped},
          {pick(c, "编号", "id"), 8, text},
          {pick(c, "行", "line"), 8, number}};
}

std::vector<SheetColumn> notice_columns(bool c) {
  return {{pick(c, "公文标题", "title"), 50, wrapped},      {pick(c, "发文字号", "document number"), 22, wrapped},
          {pick(c, "发文机关", "issuer"), 24, wrapped},      {pick(c, "成文日期", "issued on"), 12, date},
          {pick(c, "主送机关", "addressees"), 36, wrapped},  {pick(c, "抄送机关", "copied to"), 24, wrapped},
          {pick(c, "印发的文件", "issued document"), 36, wrapped}, {pick(c, "公开属性", "publicity"), 16, wrapped},
          {pick(c, "任务数", "records"), 8, number},         {pick(c, "提示数", "findings"), 8, number},
          {pick(c, "来源文件", "source"), 40, wrapped},      {pick(c, "格式", "format"), 8, text},
          {pick(c, "编码", "encoding"), 10, text},           {pick(c, "字节数", "bytes"), 10, number},
          {"SHA-256", 24, text}};
}

std::vector<SheetColumn> finding_columns(bool c) {
  return {{pick(c, "级别", "severity"), 10, text},   {pick(c, "规则", "rule"), 28, text},          {pick(c, "说明", "message"), 70, wrapped},
          {pick(c, "行", "line"), 8, number},        {pick(c, "公文标题", "notice"), 40, wrapped}, {pick(c, "来源文件", "source"), 40, wrapped}};
}

std::vector<SheetColumn> unit_columns(bool c) {
  return {{pick(c, "单位", "unit"), 36, wrapped},        {pick(c, "任务数", "records"), 10, number},       {pick(c, "牵头", "lead"), 10, number},
          {pick(c, "责任", "responsible"), 10, number},  {pick(c, "配合", "supporting"), 10, number}, {pick(c, "有截止日期", "with a due date"), 12, number}};
}

std::vector<SheetColumn> month_columns(bool c) {
  return {{pick(c, "截止月份", "month due"), 16, text}, {pick(c, "任务数", "records"), 10, number}};
}

class Ledger {
 public:
  Ledger(Workbook& book, bool chinese)
      : chinese_(chinese), records_(book, pick(chinese, "台账", "records"), record_columns(chinese)),
        notices_(book, pick(chinese, "公文", "notices"), notice_columns(chinese)),
        findings_(book, pick(chinese, "提示", "findings"), finding_columns(chinese)),
        by_unit_(book, pick(chinese, "按单位", "by unit"), unit_columns(chinese)),
        by_month_(book, pick(chinese, "按月份", "by month"), month_columns(chinese)),
        choices_(chinese ? std::vector<std::string>{"未开始", "进行中", "已完成", "暂缓"} : std::vector<std::string>{"not begun", "under way", "done", "on hold"}) {}

  void add(const Entry& entry) {
    for (const Record& record : entry.records) add_record(entry, record);
    add_notice(entry);
    for (const Finding& finding : entry.findings) {
      findings_.text(severity(finding.severity)).text(finding.rule).text(finding.message).number(finding.line).text(entry.title).text(entry.path);
      findings_.end_row();
    }
  }

  void finish() {
    write_units();
    write_months();
    const Sheet::Status status{kStatusColumn, kDueColumn, choices_, choices_[2]};
    records_.finish(&status);
    for (Sheet* sheet : {&notices_, &findings_, &by_unit_, &by_month_}) sheet->finish();
  }

 private:
  void add_record(const Entry& entry, const Record& r) {
    records_.number(++count_).text(r.task).text(joined(r.lead, "、")).text(joined(r.responsible, "、")).text(joined(r.supporting, "、"));
    records_.text(r.deadline).date(r.deadline_date).text(choices_[0]).text("").text(r.number).text(joined(r.path, " / "));
    records_.text(entry.title).text(entry.document_number).text(entry.issuer).date(entry.issued_on).text(joined_extra(r));
    records_.text(entry.path).text(r.id).number(r.line);
    records_.end_row();
    const std::string month = !r.deadline_date.empty() ? r.deadline_date.substr(0, 7)
                              : r.ongoing || r.deadline_kind == "ongoing" || r.deadline_kind == "recurring" ? pick(chinese_, "长期", "ongoing")
                                                                                                            : pick(chinese_, "未定", "none");
    ++months_[month];
    count_units(r);
  }

  // A unit that stands twice in one record counts once for each role.
  void count_units(const Record& r) {
    std::set<std::string_view> all;
    const auto count = [&](const std::vector<std::string>& units, std::int64_t UnitCount::*role) {
      for (const std::string_view unit : std::set<std::string_view>(units.begin(), units.end())) {
        ++(units_[std::string(unit)].*role);
        all.insert(unit);
      }
    };
    count(r.lead, &UnitCount::lead);
    count(r.responsible, &UnitCount::responsible);
    count(r.supporting, &UnitCount::supporting);
    if (r.deadline_date.empty()) return;
    for (const std::string_view unit : all) ++units_[std::string(unit)].dated;
  }

  void add_notice(const Entry& e) {
    notices_.text(e.title).text(e.document_number).text(e.issuer).date(e.issued_on).text(joined(e.addressees, "、")).text(joined(e.copied_to, "、"));
    notices_.text(e.issued_document).text(e.publicity).number(static_cast<std::int64_t>(e.records.size()));
    notices_.number(static_cast<std::int64_t>(e.findings.size())).text(e.path).text(e.format).text(e.encoding).number(e.size).text(e.sha256);
    notices_.end_row();
  }

  // The busiest first; of equals by name.
  void write_units() {
    std::vector<std::pair<std::string, UnitCount>> units(units_.begin(), units_.end());
    std::stable_sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.second.all() > b.second.all(); });
    for (const auto& [name, count] : units) {
      by_unit_.text(name).number(count.all()).number(count.lead).number(count.responsible).number(count.supporting).number(count.dated);
      by_unit_.end_row();
    }
  }
  void write_months() {
    for (const auto& [month, count] : months_) {
      by_month_.text(month).number(count);
      by_month_.end_row();
    }
  }

  [[nodiscard]] std::string severity(const std::string& name) const {
    if (!chinese_) return name;
    return name == "error" ? "错误" : name == "info" ? "提示" : "警告";
  }

  bool chinese_;
  Sheet records_, notices_, findings_, by_unit_, by_month_;
  std::vector<std::string> choices_;
  std::map<std::string, UnitCount> units_;
  std::map<std::string, std::int64_t> months_;
  std::int64_t count_ = 0;
};

}  // namespace

std::optional<Trouble> write_xlsx(Notices& notices, const std::string& path, Language language) {
  const bool chinese = language == Language::zh;
  Workbook book(path, {pick(chinese, "任务台账", "Records of notices"), pick(chinese, "……（过长，全文见来源文件）", "… (too long for a cell; see the source)")});
  Ledger ledger(book, chinese);
  std::string line;
  while (notices.next(line)) {
    const auto entry = read_entry(line);
    if (!entry) return trouble(BatchError::bad_part, "", language);
    ledger.add(*entry);
  }
  if (notices.fault) return notices.fault;
  ledger.finish();
  if (const std::string failed = book.close(); !failed.empty()) return trouble(BatchError::write, failed, language);
  return std::nullopt;
}

}  // namespace gongwen::cli
