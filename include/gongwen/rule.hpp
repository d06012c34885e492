#pragma once
#include <span>
#include <string_view>

#include <gongwen/diagnostic.hpp>
#include <gongwen/export.hpp>
#include <gongwen/result.hpp>

namespace gongwen {

/// A text in both languages.
struct Phrase {
  std::string_view en, zh;

  [[nodiscard]] constexpr std::string_view in(Language language) const noexcept { return language == Language::zh ? zh : en; }
};

/// What a rule rests on.
enum class Basis {
  standard,     ///< a national standard: GB/T 9704-2012 党政机关公文格式, GB/T 15834-2011 标点符号用法, GB/T 15835-2011 出版物上数字用法
  regulation,   ///< 党政机关公文处理工作条例 (2012)
  practice,     ///< what careful offices do
};

/// What a rule looks at.
enum class Scope {
  any,          ///< every text
  letter,       ///< a notice that an office sends: its number, addressees, signature
  document,     ///< the outline of the letter, of the document that it issues, of an attachment
  attachment,   ///< what the notice says of its attachments
  table,        ///< task tables
  task,         ///< records, of tables and of annotations
  file,         ///< how the text is stored
};

/// A rule: the name of a diagnostic, and all that is to be known about it. Static storage.
struct Rule {
  std::string_view name;            ///< stable, such as "heading-number-gap"
  std::string_view group;           ///< "structure", "table", "units", "deadline", "matter", "text", "file"
  Severity severity = Severity::warning;
  Basis basis = Basis::practice;
  std::string_view clause = {};     ///< of the standard or the regulation: "GB/T 9704-2012, 7.3.3"
  Scope scope = Scope::any;
  bool fixable = false;             ///< `gongwen check --fix` mends it in text files
  Phrase message = {};              ///< {0} stands for the first argument, {1} for the second
  Phrase what = {};                 ///< what it finds, in one or two sentences
  Phrase why = {};                  ///< why that is a fault
  Phrase mend = {};                 ///< what to do about it
  std::string_view fires = {};      ///< a notice on which it reports; where it begins with "<w:", what stands inside w:body of a .docx
  std::string_view silent = {};     ///< the same, mended
};

/// All rules, by name.
[[nodiscard]] GONGWEN_API std::span<const Rule* const> rules() noexcept;

/// The rule of that name; nullptr if there is none.
[[nodiscard]] GONGWEN_API const Rule* find_rule(std::string_view name) noexcept;

}  // namespace gongwen
