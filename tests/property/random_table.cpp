// Chance becomes a task table: three to eight columns, merged groups and leads, section rows, cells that are empty or of
// several lines, tasks that look like headings, deadlines of many forms. Places and offices are invented.
#include "random_table.hpp"

#include <algorithm>
#include <initializer_list>

namespace gongwen::test {
namespace {

const std::vector<std::string> kVerbs = {"建立", "完善", "推进", "公开", "修订", "开展", "制定", "落实", "组织", "优化", "规范", "梳理", "加强", "健全"};
const std::vector<std::string> kScopes = {"重点领域", "基层", "年度", "全县", "网上", "老旧小区", "农村公路", "中小学校", "政务服务", "安全生产", "营商环境", "“双随机”", "水源地", "养老机构"};
const std::vector<std::string> kThings = {"工作台账", "信息公开制度", "政策文件目录", "调查摸底", "应急预案", "改造工程", "联合检查", "服务指南", "监测体系", "评价办法", "帮扶机制", "20项高频事项清单", "培训", "数据共享平台"};
const std::vector<std::string> kMore = {"明确责任分工和完成时限", "主要内容报县政府办公室备案", "按月通报进展", "做到应公开尽公开", "新建改建公厕12座", "覆盖率达到95%以上", "责任单位要确定专人负责",
                                        "切实提高群众满意度", "确保工作任务落到实处", "力争走在全省前列", "形成可复制、可推广的经验"};
const std::vector<std::string> kSecond = {"涉及重大事项的，及时报告。", "严格落实“三同时”制度。", "各镇每季度报送一次情况。", "对推进不力的予以通报；情节严重的，依规处理。"};
const std::vector<std::string> kGroups = {"重点领域公开", "政策解读", "平台建设", "基础工作", "民生保障", "生态环境治理", "产业转型升级", "深化“放管服”改革", "乡村振兴", "社会治理", "提升政务服务效能"};
const std::vector<std::string> kSections = {"加强组织领导", "完善工作机制", "深化重点改革", "保障基本民生", "聚焦高质量发展，持续优化营商环境", "强化监督检查"};
const std::vector<std::string> kOffices = {"县教育局", "县财政局", "县发展改革局", "县政府办公室", "县公安局", "县统计局", "县数据局", "县民政局", "县水利局", "县住房和城乡建设局", "县人力资源和社会保障局",
                                           "县文旅局（文物局）", "县发展改革局（粮食和储备局、能源局）", "县委宣传部", "县融媒体中心", "县消防救援大队", "云岫供电公司", "县行政审批局", "县市场监管局", "青澜镇",
                                           "县卫生健康委", "县交通运输局", "县农业农村局", "县残联", "县妇联"};
const std::vector<std::string> kEveryone = {"各镇（街道）", "县各有关部门", "各镇人民政府", "各部门（单位）", "县直有关单位", "各成员单位"};
const std::vector<std::string> kDeadlines = {
    "6月底前", "2025年6月底前", "长期坚持", "持续推进", "每季度末前", "全年", "2025年12月", "9月30日前", "第三季度", "年底前", "12月底前，持续推进", "2025年10月", "每月5日前", "上半年", "立行立改",
    "2025年11月15日前", "2026年6月底前", "贯穿全年", "每半年一次", "11月中旬", "年内", "2025.11", "2025年5月1日前", "3月上旬", "10月底"};
const std::vector<std::string> kRemarks = {"重点督办", "新增事项", "省级考核内容", "跨年度任务", "上年结转", "牵头协调难度较大"};
const std::vector<std::string> kPeople = {"林一舟", "沈青禾", "陆望山", "许知远"};
const std::vector<std::string> kNumerals = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t byte_of(const std::string& text, std::size_t code_point) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && seen++ == code_point) break;
  return at;
}

// Of four characters and a few more it is broken in the middle: 责任⏎单位.
std::vector<std::string> halves(const std::string& text) {
  const std::size_t at = byte_of(text, code_points(text) / 2);
  return {text.substr(0, at), text.substr(at)};
}

class Maker {
 public:
  explicit Maker(std::mt19937& random) : random_(random) {}

  RandomTable run(int serial) {
    table_.columns = columns();
    std::vector<std::string> taken;
    for (const Kind kind : table_.columns) {
      std::string name = this->name(kind);
      while (std::find(taken.begin(), taken.end(), name) != taken.end()) name = this->name(kind);
      taken.push_back(name);
      table_.names.push_back(std::move(name));
    }
    table_.broken_names = chance(12);
    if (chance(40)) table_.caption = "2025年重点工作任务分解表" + (serial > 1 ? "（" + numeral(serial) + "）" : std::string());
    if (chance(20)) table_.note = pick({"注：责任单位有变动的，由承担职能的单位负责。", "备注：本表由县政府办公室负责解释。", "联系人：林一舟，联系电话：0550-5550101。"});
    choose_habits();
    const int count = 1 + below(below(5) == 0 ? 60 : 12);
    for (int i = 0; i < count; ++i) add_row(i, count);
    return std::move(table_);
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  std::string pick(const std::vector<std::string>& from) { return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))]; }

  std::vector<Kind> columns() {
    std::vector<Kind> right, left;
    if (chance(55)) right.push_back(Kind::lead);
    if (chance(65)) right.push_back(Kind::responsible);
    if (chance(30)) right.push_back(Kind::supporting);
    if (chance(65) || right.empty()) right.push_back(Kind::deadline);
    if (chance(25)) right.push_back(Kind::extra);
    if (chance(10)) right.push_back(Kind::extra);
    if (chance(70) || right.size() == 1) left.push_back(Kind::number);
    if (chance(40)) left.push_back(Kind::group);
    if (chance(12)) left.push_back(Kind::group);
    left.push_back(Kind::task);
    left.insert(left.end(), right.begin(), right.end());
    while (left.size() > 8) left.pop_back();
    if (chance(30)) shuffle(left);
    return left;
  }

  // Any order, but that groups stand left of their task.
  void shuffle(std::vector<Kind>& columns) {
    for (std::size_t i = columns.size(); i > 1; --i) std::swap(columns[i - 1], columns[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    const auto task = std::find(columns.begin(), columns.end(), Kind::task);
    const auto last = std::find(columns.rbegin(), columns.rend(), Kind::group);
    if (last != columns.rend() && task < last.base()) std::iter_swap(task, last.base() - 1);
  }

  std::string name(Kind kind) {
    switch (kind) {
      case Kind::number: return pick({"序号", "编号", "項次"});
      case Kind::group: return pick({"类别", "目标任务", "改革举措", "重点领域", "一级指标"});
      case Kind::task: return pick({"主要内容", "任务内容", "具体举措", "工作内容", "工作任务", "具体工作任务"});
      case Kind::lead: return pick({"牵头单位", "牵头部门", "主办单位", "牽頭單位"});
      case Kind::responsible: return pick({"责任单位", "责任部门", "承办单位"});
      case Kind::supporting: return pick({"配合单位", "协办单位", "参与单位"});
      case Kind::deadline: return pick({"完成时限", "时间节点", "工作时限", "完成时间"});
      case Kind::extra: return pick({"备注", "完成情况", "责任人", "成果形式"});
    }
    return {};
  }

  void choose_habits() {
    number_style_ = chance(70) ? 0 : 1 + below(4);
    number_by_group_ = chance(15) && beside_group();
    merged_leads_ = chance(35);
    sections_ = chance(30);
    labelled_ = chance(80);
    gaps_ = chance(10);
    empty_ = chance(55) ? 0 : 15;
    many_lines_ = chance(50) ? 0 : 20;
    dots_ = chance(75) ? 95 : 40;
    pages_ = chance(20);
  }

  // Whether the number stands beside a group, which it may count.
  [[nodiscard]] bool beside_group() const {
    for (std::size_t c = 0; c + 1 < table_.columns.size(); ++c) {
      const Kind left = table_.columns[c], right = table_.columns[c + 1];
      if ((left == Kind::number && right == Kind::group) || (left == Kind::group && right == Kind::number)) return true;
    }
    return false;
  }

  void add_row(int i, int count) {
    if (sections_ && (i == 0 || chance(12))) {
      const std::string title = kSections[static_cast<std::size_t>(section_) % kSections.size()];
      ++section_;
      table_.rows.push_back({labelled_ ? numeral(section_) + "、" + title : title, {}, false});
      item_ = 0;
      forget();
    }
    TableRow row;
    row.new_page = pages_ && i > 0 && i + 1 < count && chance(10);
    if (row.new_page) forget();
    ++item_;
    number_ += gaps_ && i > 0 && chance(15) ? 2 : 1;
    const bool same_group = group_left_ > 0;
    for (const Kind kind : table_.columns) row.cells.push_back(cell(kind, same_group));
    table_.rows.push_back(std::move(row));
  }

  void forget() { group_left_ = outer_left_ = lead_left_ = 0; }

  TableCell one(std::string value) { return {false, false, {value}, {value}}; }

  TableCell cell(Kind kind, bool same_group) {
    switch (kind) {
      case Kind::number:
        if (number_by_group_ && same_group) return {true, false, {}, {}};
        return one(serial());
      case Kind::group: return group();
      case Kind::task: return task();
      case Kind::lead:
        if (merged_leads_ && lead_left_ > 0) return --lead_left_, TableCell{true, false, {}, {}};
        lead_left_ = chance(50) ? below(4) : 0;
        return units(false);
      case Kind::responsible: return chance(empty_ / 3) ? TableCell{} : units(true);
      case Kind::supporting: return chance(empty_) ? none() : units(true);
      case Kind::deadline: return chance(empty_) ? none() : deadline();
      case Kind::extra: return chance(empty_ * 2) ? TableCell{} : one(chance(80) ? pick(kRemarks) : pick(kPeople));
    }
    return {};
  }

  TableCell none() { return chance(70) ? TableCell{} : TableCell{false, false, {pick({"/", "—", "无"})}, {}}; }

  std::string serial() {
    const std::string n = std::to_string(number_by_group_ ? ++groups_ : number_);
    switch (number_style_) {
      case 1: return sections_ ? std::to_string(section_) + "." + std::to_string(item_) : n;
      case 2: return "（" + n + "）";
      case 3: return number_ < 100 && !sections_ && !number_by_group_ ? numeral(number_) : n;
      case 4: return n.size() < 2 ? "0" + n : n;
      default: return n;
    }
  }

  // The last group column merges more often than the one left of it, and never beyond it.
  TableCell group() {
    const auto groups = std::count(table_.columns.begin(), table_.columns.end(), Kind::group);
    const bool outer = groups > 1 && !outer_done_;
    outer_done_ = groups > 1 && !outer_done_;
    if (outer) {
      if (group_left_ > 0) return {true, false, {}, {}};
      if (outer_left_ > 0) return --outer_left_, TableCell{true, false, {}, {}};
      outer_left_ = chance(50) ? 1 + below(2) : 0;
      return one("专题" + numeral(1 + ++outer_ % 90) + "：" + pick(kGroups));
    }
    if (group_left_ > 0) return --group_left_, TableCell{true, false, {}, {}};
    group_left_ = chance(55) ? below(4) : 0;
    std::string value = pick(kGroups);
    while (value == last_group_) value = pick(kGroups);
    return one(last_group_ = value);
  }

  TableCell task() {
    std::string text = pick(kVerbs) + pick(kScopes) + pick(kThings);
    if (chance(8)) text = pick({std::to_string(1 + below(3)) + ".", "（" + numeral(1 + below(5)) + "）", numeral(1 + below(5)) + "、"}) + text;
    if (chance(50)) text += "，" + pick(kMore);
    if (chance(25)) text += "，" + pick(kMore) + "，" + pick(kMore);
    TableCell cell;
    cell.sentence = chance(dots_);
    if (cell.sentence) text += "。";
    if (cell.sentence && chance(20)) text += pick(kSecond);
    cell.values = {text};
    cell.lines = {text};
    if (chance(many_lines_ / 2) && code_points(text) > 40) cell.lines = broken(text);
    return cell;
  }

  // After 25 characters or so, never before a mark, and never inside a number.
  std::vector<std::string> broken(const std::string& text) {
    for (std::size_t n = 22 + static_cast<std::size_t>(below(8)); n + 4 < code_points(text); ++n) {
      const std::size_t at = byte_of(text, n);
      const std::string next = text.substr(at, 3), last = text.substr(at - 3, 3);
      const auto mark = [](const std::string& c) {
        for (const char* m : {"，", "。", "；", "、", "“", "”", "：", "（", "）"})
          if (c == m) return true;
        return (static_cast<unsigned char>(c[0]) & 0x80) == 0 || (static_cast<unsigned char>(c[2]) & 0x80) == 0;
      };
      if (!mark(next) && !mark(last)) return {text.substr(0, at), text.substr(at)};
    }
    return {text};
  }

  TableCell units(bool everyone) {
    TableCell cell;
    if (everyone && chance(12)) {
      cell.values = {pick(kEveryone)};
      cell.lines = {cell.values[0] + (chance(25) ? "按职责分工负责" : "")};
      return cell;
    }
    for (int more = 1 + below(chance(20) ? 6 : 3); more > 0; --more) {
      const std::string unit = pick(kOffices);
      if (std::find(cell.values.begin(), cell.values.end(), unit) == cell.values.end()) cell.values.push_back(unit);
    }
    const int style = chance(many_lines_) ? 1 + below(2) : 0;
    const std::string by = chance(10) ? "，" : "、";
    for (std::size_t i = 0; i < cell.values.size(); ++i) {
      const bool last = i + 1 == cell.values.size();
      if (i == 0 || style == 1 || (style == 2 && i == 2)) cell.lines.emplace_back();
      cell.lines.back() += cell.values[i];
      if (!last && !(style == 1)) cell.lines.back() += by;
    }
    if (style == 0 && everyone && chance(6)) cell.lines.back() += "按职责分工负责";
    return cell;
  }

  TableCell deadline() {
    TableCell cell = one(pick(kDeadlines));
    if (!chance(many_lines_ / 2)) return cell;
    if (chance(50)) return {false, false, {"2025年6月", "底前"}, {"2025年6月底前"}};
    return {false, false, {"根据上级时限要求，", "持续推进"}, {"根据上级时限要求，持续推进"}};
  }

  std::mt19937& random_;
  RandomTable table_;
  int number_style_ = 0, empty_ = 0, many_lines_ = 0, dots_ = 0;
  bool number_by_group_ = false, merged_leads_ = false, sections_ = false, labelled_ = false, gaps_ = false, pages_ = false;
  int number_ = 0, item_ = 0, section_ = 0, groups_ = 0, outer_ = 0;
  int group_left_ = 0, outer_left_ = 0, lead_left_ = 0;
  bool outer_done_ = false;
  std::string last_group_;
};

}  // namespace

std::string numeral(int n) {
  const auto digit = [](int d) { return kNumerals[static_cast<std::size_t>(d)]; };
  return (n >= 20 ? digit(n / 10) : "") + (n >= 10 ? "十" : "") + digit(n % 10);
}

bool RandomTable::has(Kind kind) const { return std::find(columns.begin(), columns.end(), kind) != columns.end(); }

std::string flat(Kind kind, const TableCell& cell) {
  std::string text;
  for (const std::string& line : cell.lines) {
    if (!text.empty() && is_units(kind) && !text.ends_with("、") && !text.ends_with("，")) text += "、";
    text += line;
  }
  return text;
}

std::vector<std::string> name_lines(const RandomTable& table, std::size_t column) {
  if (!table.broken_names || code_points(table.names[column]) != 4) return {table.names[column]};
  return halves(table.names[column]);
}

RandomTable make_table(std::mt19937& random, int serial) { return Maker(random).run(serial); }

}  // namespace gongwen::test
