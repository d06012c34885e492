#pragma once
// One file that was checked, and each finding in it with all that a report may want to say.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongwen/check.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/rule.hpp>

#include "cli/batch/trouble.hpp"
#include "cli/check/fix.hpp"
#include "text/source_index.hpp"

namespace gongwen::cli {

struct Checked {
  std::string path;                          ///< as it is named everywhere: "archive.zip!/2021/58.docx"
  std::string file;                          ///< on the disk; "-": standard input; "": in an archive
  std::shared_ptr<const CheckOptions> options;
  Notice notice;                             ///< its diagnostics are the findings; with --fix those that are left
  std::optional<Trouble> trouble;            ///< it could not be read
  std::optional<Fix> fix;                    ///< with --fix and --diff
  std::string original;                      ///< hash of the file that `fix` is to take the place of; "" if it is not to
};

/// A place in the source text, both from 1; a column is a code point.
struct Place {
  std::uint32_t line = 1, column = 1;
};

struct Finding {
  const Checked& file;
  const Diagnostic& what;
  const Rule* rule;                          ///< null: one that the catalogue does not know
  std::string message;
  Place begin, end;                          ///< half-open; on one line where it covers none
  std::uint32_t begin_code_point = 0, end_code_point = 0;
  std::string context;                       ///< hash of the text that it is about; "" where nobody asked for it
  std::uint32_t occurrence = 0;              ///< how many findings before it, in its file, have the same rule and context
  bool known = false;                        ///< by the baseline

  /// What would take the place of the finding's text; null where nothing mechanical can.
  [[nodiscard]] const std::string* replacement() const noexcept;
};

/// Places of one file: lines and columns, headings, and the text around. Refers to the file.
class Places {
 public:
  explicit Places(const Checked& file);

  [[nodiscard]] Place at(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t code_points(std::uint32_t byte) const { return index_.code_points(byte); }
  /// The line's text, without its break.
  [[nodiscard]] Range line(std::uint32_t line) const;
  /// The titles over this byte, from the outside in.
  [[nodiscard]] std::vector<std::string> headings(std::uint32_t byte) const;
  /// The same in words, with the cell: "一、总体要求 > table 1, row 3, column 2".
  [[nodiscard]] std::string whereabouts(const Span& span, Language language) const;
  /// A hash of what the finding is about, that a change elsewhere, or of the lines' numbers, leaves as it is.
  [[nodiscard]] std::string context(const Diagnostic& what) const;
  [[nodiscard]] Finding finding(const Diagnostic& what, Language language) const;

 private:
  struct Heading {
    const Section* section;
    std::size_t parent;                      ///< index in headings_; its own: none
  };
  void add_headings(const Part& part);

  const Checked* file_;
  text::SourceIndex index_;
  std::vector<std::uint32_t> lines_;         ///< where each begins
  std::vector<Heading> headings_;            ///< in reading order
};

}  // namespace gongwen::cli
