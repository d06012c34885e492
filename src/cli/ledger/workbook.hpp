#pragma once
// The only place that knows libxlsxwriter: a workbook whose rows go to the disk as they are written.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace gongwen::cli {

enum class CellStyle { text, wrapped, date, number };

struct SheetColumn {
  std::string title;
  double width = 10;                   ///< characters
  CellStyle style = CellStyle::text;
};

class Workbook;

/// Rows of one kind. Where one sheet is full the next one goes on, "台账 2".
class Sheet {
 public:
  Sheet(Workbook& book, std::string name, std::vector<SheetColumn> columns);

  /// One cell after the other; "" leaves it empty. A date is ISO 8601; one that Excel does not know stays text.
  Sheet& text(std::string_view value);
  Sheet& date(std::string_view iso);
  Sheet& number(std::int64_t value);
  void end_row();

  /// What makes it a table, when its last row is written. `status`: a column with a list to choose from, and one with a date:
  /// a row whose day is past is red unless its status is `done`.
  struct Status {
    std::uint16_t column = 0, due = 0;
    std::vector<std::string> choices;
    std::string done;
  };
  void finish(const Status* status = nullptr);

 private:
  void open();
  void decorate(const Status* status);

  struct Part {
    lxw_worksheet* sheet;
    std::uint32_t rows;
  };
  Workbook& book_;
  std::string name_;
  std::vector<SheetColumn> columns_;
  std::vector<Part> parts_;
  std::uint16_t column_ = 0;
};

class Workbook {
 public:
  struct Properties {
    std::string title, truncated;      ///< `truncated`: stands at the end of a text that no cell can hold
  };
  /// Temporary files stand beside `path`.
  Workbook(const std::string& path, Properties properties);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Writes it all; "" or what went wrong.
  std::string close();

 private:
  friend class Sheet;
  struct lxw_format* format(CellStyle style) const noexcept { return formats_[static_cast<std::size_t>(style)]; }
  void make_formats();

  std::string path_, folder_;
  Properties properties_;
  lxw_workbook* book_ = nullptr;
  lxw_format* formats_[4] = {};
  lxw_format *header_ = nullptr, *overdue_ = nullptr;
  std::vector<lxw_worksheet*> sheets_;
};

}  // namespace gongwen::cli
