// Rows become sheets of a workbook. libxlsxwriter keeps no row in memory, but does not look whether its temporary files could
// be written (a full disk); so that is looked at here, and what it made is compared with what it was given.
#include "cli/ledger/workbook.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include <xlsxwriter.h>

#include "cli/batch/files.hpp"
#include "cli/ledger/sheet_check.hpp"
#include "text/utf8.hpp"

namespace gongwen::cli {
namespace {

constexpr std::uint32_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kLongestText = 32'767;   // UTF-16 units in a cell
constexpr std::time_t kCreated = 946'684'800;  // 2000-01-01: the same notices, the same bytes

// A text as a cell can hold it: no control characters, not too long.
std::string cell_text(std::string_view value, std::string_view truncated) {
  std::string out;
  std::size_t units = 0;
  const std::size_t room = kLongestText - truncated.size();
  for (std::size_t i = 0; i < value.size();) {
    const text::CodePoint c = text::decode(value, i);
    units += c.value > 0xFFFF ? 2 : 1;
    if (units > room) return out + std::string(truncated);
    const bool allowed = (c.value >= 0x20 && c.value != 0xFFFE && c.value != 0xFFFF) || c.value == '\n' || c.value == '\t';
    text::append(out, allowed ? c.value : text::kReplacement);
    i += c.size;
  }
  return out;
}

bool read_date(std::string_view iso, lxw_datetime& day) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : iso.substr(at, size)) value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -1;
    return value;
  };
  day = {};
  day.year = number(0, 4);
  day.month = number(5, 2);
  day.day = number(8, 2);
  return day.year > 1900 && day.month > 0 && day.day > 0;   // Excel counts from 1900, with a leap day that never was
}

}  // namespace

Workbook::Workbook(const std::string& path, Properties properties)
    : path_(path), folder_(folder_of(path)), properties_(std::move(properties)) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder_.data();
  options.use_zip64 = LXW_TRUE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  make_formats();
  lxw_doc_properties about{};
  about.title = properties_.title.data();
  char author[] = "gongwen";
  about.author = author;
  about.created = kCreated;
  workbook_set_properties(book_, &about);
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void Workbook::make_formats() {
  for (const CellStyle style : {CellStyle::text, CellStyle::wrapped, CellStyle::date, CellStyle::number}) {
    lxw_format* format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
    if (style == CellStyle::wrapped) format_set_text_wrap(format);
    if (style == CellStyle::date) format_set_num_format(format, "yyyy-mm-dd");
    if (style == CellStyle::text) format_set_num_format(format, "@");
    formats_[static_cast<std::size_t>(style)] = format;
  }
  header_ = workbook_add_format(book_);
  format_set_bold(header_);
  format_set_text_wrap(header_);
  format_set_align(header_, LXW_ALIGN_CENTER);
  format_set_align(header_, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(header_, 0xDDEBF7);
  format_set_border(header_, LXW_BORDER_THIN);
  format_set_border_color(header_, 0xBFBFBF);
  overdue_ = workbook_add_format(book_);
  format_set_font_color(overdue_, 0xC00000);
}

std::string Workbook::close() {
  std::vector<std::uint64_t> bytes;   // of the rows of each sheet
  for (lxw_worksheet* sheet : sheets_) {
    lxw_worksheet_write_single_row(sheet);   // the row that it still holds
    if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0) return "temporary file";
    bytes.push_back(static_cast<std::uint64_t>(std::max(0L, std::ftell(sheet->optimize_tmpfile))));
  }
  const lxw_error failed = workbook_close(book_);
  book_ = nullptr;   // freed by closing, whatever came of it
  if (failed != LXW_NO_ERROR) return lxw_strerror(failed);
  return sheet_data_is_whole(path_, bytes) ? "" : "the workbook is not whole";
}

Sheet::Sheet(Workbook& book, std::string name, std::vector<SheetColumn> columns)
    : book_(book), name_(std::move(name)), columns_(std::move(columns)) {
  open();
}

void Sheet::open() {
  const std::string name = parts_.empty() ? name_ : name_ + " " + std::to_string(parts_.size() + 1);
  lxw_worksheet* sheet = workbook_add_worksheet(book_.book_, name.c_str());
  book_.sheets_.push_back(sheet);
  for (std::uint16_t i = 0; i < columns_.size(); ++i) worksheet_set_column(sheet, i, i, columns_[i].width, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);   // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_row(sheet, 0, 24, nullptr);
  for (std::uint16_t i = 0; i < columns_.size(); ++i) worksheet_write_string(sheet, 0, i, columns_[i].title.c_str(), book_.header_);
  parts_.push_back({sheet, 1});
}

Sheet& Sheet::text(std::string_view value) {
  const Part& part = parts_.back();
  lxw_format* format = book_.format(columns_[column_].style);
  if (value.empty()) worksheet_write_blank(part.sheet, part.rows, column_, format);
  else worksheet_write_string(part.sheet, part.rows, column_, cell_text(value, book_.properties_.truncated).c_str(), format);
  ++column_;
  return *this;
}

Sheet& Sheet::date(std::string_view iso) {
  lxw_datetime day{};
  if (!read_date(iso, day)) return text(iso);
  worksheet_write_datetime(parts_.back().sheet, parts_.back().rows, column_, &day, book_.format(CellStyle::date));
  ++column_;
  return *this;
}

Sheet& Sheet::number(std::int64_t value) {
  worksheet_write_number(parts_.back().sheet, parts_.back().rows, column_, static_cast<double>(value), book_.format(CellStyle::number));
  ++column_;
  return *this;
}

void Sheet::end_row() {
  column_ = 0;
  if (++parts_.back().rows == kMostRows) open();
}

void Sheet::finish(const Status* status) {
  for (const Part& part : parts_) {
    const auto last_row = std::max<std::uint32_t>(part.rows - 1, 1);
    worksheet_autofilter(part.sheet, 0, 0, last_row, static_cast<lxw_col_t>(columns_.size() - 1));
    if (status == nullptr || part.rows < 2) continue;
    std::vector<const char*> choices;
    for (const std::string& choice : status->choices) choices.push_back(choice.c_str());
    choices.push_back(nullptr);
    lxw_data_validation list{};
    list.validate = LXW_VALIDATION_TYPE_LIST;
    list.value_list = const_cast<char**>(choices.data());   // it only reads them
    worksheet_data_validation_range(part.sheet, 1, status->column, last_row, status->column, &list);
    char due[LXW_MAX_CELL_NAME_LENGTH], state[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(due, 1, status->due, LXW_FALSE, LXW_TRUE);
    lxw_rowcol_to_cell_abs(state, 1, status->column, LXW_FALSE, LXW_TRUE);
    std::string formula = "=AND(ISNUMBER(" + std::string(due) + ")," + due + "<TODAY()," + state + "<>\"" + status->done + "\")";
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = book_.overdue_;
    worksheet_conditional_format_range(part.sheet, 1, 0, last_row, static_cast<lxw_col_t>(columns_.size() - 1), &rule);
  }
}

}  // namespace gongwen::cli
