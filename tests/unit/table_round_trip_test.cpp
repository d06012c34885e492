// Random task tables, printed in every layout that table recovery knows, come back as the same grid. The seed is printed
// with a failure; GONGWEN_SEED sets it, GONGWEN_TABLES how many tables are made.
#include "catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "extract/recovery/lines.hpp"
#include "extract/table_recovery.hpp"
#include "readers/readers.hpp"

namespace {

using namespace gongwen;

enum class Kind { number, group, task, lead, responsible, supporting, deadline, remark };

// A cell's lines; nullopt: the cell belongs to the one above it.
using Value = std::optional<std::vector<std::string>>;

struct Row {
  bool section = false;
  std::vector<Value> cells;
};

struct Made {
  std::vector<Kind> columns;
  std::vector<std::string> header;
  std::vector<Row> rows;
};

struct Wishes {
  bool empty_cells = true, merged_leads = true, many_lines = true, sections = true, any_order = true;
};

class Maker {
 public:
  Maker(std::mt19937& random, Wishes wishes) : random_(random), wishes_(wishes) {}

  Made run() {
    Made made;
    made.columns = columns();
    for (const Kind kind : made.columns) made.header.push_back(name(kind));
    const int count = 1 + below(below(4) == 0 ? 60 : 12);
    for (int i = 0; i < count; ++i) {
      if (wishes_.sections && below(8) == 0 && made.columns.size() > 2) {
        made.rows.push_back({true, {std::vector<std::string>{numeral(++section_) + "、" + pick({"加强组织领导", "完善工作机制", "深化重点改革", "保障基本民生"})}}});
        group_left_ = lead_left_ = 0;
      }
      made.rows.push_back(row(made.columns));
    }
    return made;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  std::string pick(std::vector<std::string> from) { return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))]; }

  std::vector<Kind> columns() {
    std::vector<Kind> columns;
    if (chance(70)) columns.push_back(Kind::number);
    if (chance(40)) columns.push_back(Kind::group);
    columns.push_back(Kind::task);
    if (chance(60)) columns.push_back(Kind::lead);
    if (chance(60) || columns.back() == Kind::task) columns.push_back(Kind::responsible);
    if (chance(30)) columns.push_back(Kind::supporting);
    if (chance(60)) columns.push_back(Kind::deadline);
    if (chance(25)) columns.push_back(Kind::remark);
    if (wishes_.any_order && chance(20) && columns.front() != Kind::group) std::shuffle(columns.begin(), columns.end(), random_);
    const auto group = std::find(columns.begin(), columns.end(), Kind::group), task = std::find(columns.begin(), columns.end(), Kind::task);
    if (group != columns.end() && task < group) std::iter_swap(group, task);   // a group stands left of its tasks
    return columns;
  }

  std::string name(Kind kind) {
    switch (kind) {
      case Kind::number: return pick({"序号", "编号", "項次"});
      case Kind::group: return pick({"类别", "目标任务", "改革举措", "一级指标"});
      case Kind::task: return pick({"主要内容", "任务内容", "具体举措", "工作内容"});
      case Kind::lead: return pick({"牵头单位", "牵头部门", "主办单位", "牽頭單位"});
      case Kind::responsible: return pick({"责任单位", "责任部门", "承办单位"});
      case Kind::supporting: return pick({"配合单位", "协办单位"});
      case Kind::deadline: return pick({"完成时限", "时间节点", "工作时限"});
      case Kind::remark: return pick({"备注", "完成情况"});
    }
    return {};
  }

  static std::string numeral(int n) {
    static const std::vector<std::string> kDigits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    return (n >= 20 ? kDigits[static_cast<std::size_t>(n / 10)] : "") + (n >= 10 ? "十" : "") + kDigits[static_cast<std::size_t>(n % 10)];
  }

  std::string unit() {
    return pick({"云山市", "青河区", "市", "区", "县"}) + pick({"教育局", "财政局", "发展改革委", "政府办公室", "公安局", "统计局", "社会发展局（应急管理局）", "数据局"});
  }

  std::vector<std::string> units() {
    if (chance(15)) return {pick({"各镇（街道）", "市各有关部门", "各县（市、区）", "各部门（单位）按职能分工负责"})};
    std::string text = unit();
    for (int more = below(3); more > 0; --more) text += "、" + unit();
    if (wishes_.many_lines && chance(15)) return {text, unit()};
    return {text};
  }

  std::vector<std::string> task() {
    std::string text = chance(10) ? std::to_string(1 + below(3)) + "." : "";
    text += pick({"建立", "完善", "推进", "公开", "修订", "开展"}) + pick({"重点领域", "基层", "年度", "全市", "网上"}) + pick({"工作台账", "信息公开制度", "政策文件目录", "调查摸底", "应急预案"});
    if (chance(50)) text += "，" + pick({"明确责任分工和完成时限", "主要内容报市政府办公室备案", "按月通报进展", "做到应公开尽公开"});
    text += "。";
    if (chance(20)) text += "涉及重大事项的，及时报告。";
    return {text};
  }

  std::vector<std::string> deadline() {
    if (chance(25)) return {pick({"长期坚持", "持续推进", "每季度末前", "全年"})};
    return {(chance(30) ? "2025年" : "") + std::to_string(1 + below(12)) + "月底前"};
  }

  Row row(const std::vector<Kind>& columns) {
    Row made;
    ++number_;
    for (const Kind kind : columns) made.cells.push_back(value(kind));
    return made;
  }

  Value value(Kind kind) {
    switch (kind) {
      case Kind::number: return std::vector<std::string>{std::to_string(number_)};
      case Kind::group: return merged(group_left_, {pick({"重点领域公开", "政策解读", "平台建设", "基础工作"})}, true);
      case Kind::task: return task();
      case Kind::lead: return merged(lead_left_, units(), wishes_.merged_leads);
      case Kind::responsible: return units();
      case Kind::supporting: return maybe(units());
      case Kind::deadline: return maybe(deadline());
      case Kind::remark: return maybe({pick({"重点督办", "新增事项", "省级考核内容"})});
    }
    return {};
  }

  Value merged(int& left, std::vector<std::string> fresh, bool wanted) {
    if (left > 0) {
      --left;
      return std::nullopt;
    }
    left = wanted && chance(50) ? below(4) : 0;
    return fresh;
  }

  Value maybe(std::vector<std::string> value) {
    if (wishes_.empty_cells && chance(15)) return std::vector<std::string>{};
    return value;
  }

  std::mt19937& random_;
  Wishes wishes_;
  int number_ = 0, section_ = 0, group_left_ = 0, lead_left_ = 0;
};

std::string joined(const std::vector<std::string>& lines, const std::string& by) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : by) + lines[i];
  return text;
}

std::vector<std::string> lines_of(const Value& value) { return value ? *value : std::vector<std::string>{}; }

std::string print_tika(const Made& made) {
  std::string text;
  for (const std::string& name : made.header) text += "\t" + name + "\n";
  for (const Row& row : made.rows) {
    text += "\n";
    for (const Value& value : row.cells) text += "\t" + joined(lines_of(value), "\n") + "\n";
  }
  return text + " \n";
}

std::string print_lines(const Made& made, const std::string& gap) {
  std::string text;
  for (const std::string& name : made.header) text += name + gap;
  for (const Row& row : made.rows)
    for (const Value& value : row.cells)
      if (value && !value->empty()) text += joined(*value, "\n") + gap;
  return text;
}

std::string print_joined(const Made& made, const std::string& before, const std::string& between, const std::string& after, const std::string& br) {
  std::string text = before + joined(made.header, between) + after;
  for (const Row& row : made.rows) {
    std::vector<std::string> cells;
    for (const Value& value : row.cells) cells.push_back(joined(lines_of(value), br));
    while (row.section && cells.size() < made.columns.size()) cells.emplace_back();
    text += before + joined(cells, between) + after;
  }
  return text;
}

std::string padded(std::string text, std::size_t width) {
  return text + std::string(width - std::min(width, recovery::display_width(text)), ' ');
}

std::string print_box(const Made& made) {
  const std::size_t width = 12;
  std::vector<std::size_t> widths(made.columns.size(), width);
  std::vector<Row> rows = {Row{false, {}}};
  for (const std::string& name : made.header) rows[0].cells.emplace_back(std::vector<std::string>{name});
  rows.insert(rows.end(), made.rows.begin(), made.rows.end());
  for (const Row& row : rows)
    for (std::size_t c = 0; c < row.cells.size() && !row.section; ++c)
      for (const std::string& line : lines_of(row.cells[c])) widths[c] = std::max(widths[c], recovery::display_width(line) + 2);
  std::size_t whole = made.columns.size() - 1;
  for (const std::size_t w : widths) whole += w;
  // The rule above row `r`: open where a cell goes on.
  const auto rule = [&](std::size_t r) {
    std::string text = "+";
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const bool open = r < rows.size() && !rows[r].section && !rows[r].cells[c].has_value();
      text += std::string(widths[c], open ? ' ' : '-') + "+";
    }
    return text + "\n";
  };
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    text += rule(r);
    if (rows[r].section) {
      text += "|" + padded(lines_of(rows[r].cells[0])[0], whole) + "|\n";
      continue;
    }
    std::size_t height = 1;
    for (const Value& value : rows[r].cells) height = std::max(height, lines_of(value).size());
    for (std::size_t line = 0; line < height; ++line) {
      text += "|";
      for (std::size_t c = 0; c < widths.size(); ++c) {
        const std::vector<std::string> lines = lines_of(rows[r].cells[c]);
        text += padded(line < lines.size() ? " " + lines[line] : "", widths[c]) + "|";
      }
      text += "\n";
    }
  }
  return text + rule(rows.size());
}

// What a reader sees at each place of the grid.
std::string grid_of(const Made& made) {
  std::string text = joined(made.header, " | ") + "\n";
  std::vector<std::string> above(made.columns.size());
  for (const Row& row : made.rows) {
    if (row.section) {
      text += "== " + joined(*row.cells[0], "") + "\n";
      continue;
    }
    for (std::size_t c = 0; c < made.columns.size(); ++c) {
      if (row.cells[c]) above[c] = joined(*row.cells[c], "/");
      text += (c == 0 ? "" : " | ") + above[c];
    }
    text += "\n";
  }
  return text;
}

std::string grid_of(const std::string& source, bool& doubtful) {
  auto read = read_txt(std::as_bytes(std::span(source)), {});
  REQUIRE(read.ok());
  const Folded folded(read->source);
  recover_tables(*read, folded, Grammar::builtin());
  doubtful = !read->diagnostics.empty();
  std::string text;
  for (const Block& block : read->blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      text += "paragraph " + std::string(folded.written(folded.to_folded(paragraph->range))) + "\n";
      continue;
    }
    const auto& table = std::get<Table>(block);
    std::vector<std::vector<std::string>> grid(table.rows, std::vector<std::string>(table.columns));
    std::vector<bool> section(table.rows, false);
    for (const Cell& cell : table.cells) {
      std::string value;
      for (const Range line : cell.lines) value += (value.empty() ? "" : "/") + std::string(folded.written(folded.to_folded(line)));
      section[cell.row] = section[cell.row] || (cell.column_span == table.columns && table.columns > 1);
      for (std::uint32_t r = cell.row; r < cell.row + cell.row_span; ++r)
        for (std::uint32_t c = cell.column; c < cell.column + cell.column_span; ++c) grid.at(r).at(c) = value;
    }
    for (std::size_t r = 0; r < grid.size(); ++r) text += (section[r] ? "== " + grid[r][0] : joined(grid[r], " | ")) + "\n";
  }
  return text;
}

unsigned number_from(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

// The first lines that differ; "" if none does.
std::string difference(const std::string& got, const std::string& want) {
  std::istringstream left(got), right(want);
  for (std::string a, b;;) {
    const bool more_left = static_cast<bool>(std::getline(left, a)), more_right = static_cast<bool>(std::getline(right, b));
    if (!more_left && !more_right) return "";
    if (more_left != more_right || a != b) return "got:  " + (more_left ? a : "nothing") + "\nwant: " + (more_right ? b : "nothing");
  }
}

// One cell a line, without numbers: where a remark ends each row, and a group that is given only when it changes begins
// the next, a remark may as well be a group. The text does not say; the rows must then be reported.
bool loses_in_lines(const Made& made) {
  const auto has = [&](Kind kind) { return std::find(made.columns.begin(), made.columns.end(), kind) != made.columns.end(); };
  return has(Kind::group) && has(Kind::remark) && !has(Kind::number);
}

template <class Print>
void check_round_trips(Wishes wishes, Print print, bool lines = false) {
  const unsigned seed = number_from("GONGWEN_SEED", 20240601);
  const unsigned count = number_from("GONGWEN_TABLES", 60);
  for (unsigned i = 0; i < count; ++i) {
    std::mt19937 random(seed + i);
    const Made made = Maker(random, wishes).run();
    const std::string source = print(made);
    bool doubtful = false;
    const std::string differs = difference(grid_of(source, doubtful), grid_of(made));
    if (differs.empty() || (lines && loses_in_lines(made) && doubtful)) continue;
    FAIL_CHECK("GONGWEN_SEED=" << seed + i << "\n" << source << differs);
  }
}

}  // namespace

TEST_CASE("random tables come back: cells after tabs, rows between empty lines", "[tables]") {
  check_round_trips({}, print_tika);
}

TEST_CASE("random tables come back: one cell a line, empty lines between", "[tables]") {
  check_round_trips({false, false, true, true, false}, [](const Made& made) { return print_lines(made, "\n\n"); }, true);
}

TEST_CASE("random tables come back: one cell a line, no empty lines", "[tables]") {
  check_round_trips({false, false, false, true, false}, [](const Made& made) { return print_lines(made, "\n"); }, true);
}

TEST_CASE("random tables come back: tabs", "[tables]") {
  Wishes wishes;
  wishes.many_lines = false;
  check_round_trips(wishes, [](const Made& made) { return print_joined(made, "", "\t", "\n", ""); });
}

TEST_CASE("random tables come back: bars", "[tables]") {
  check_round_trips({}, [](const Made& made) { return print_joined(made, "| ", " | ", " |\n", "<br>"); });
}

TEST_CASE("random tables come back: boxes", "[tables]") { check_round_trips({}, print_box); }
