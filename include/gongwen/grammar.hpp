#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <gongwen/export.hpp>
#include <gongwen/result.hpp>

namespace gongwen {

struct GrammarTables;

/// What gongwen knows of the language: headings, columns, annotations, units, deadlines, matter. Immutable once loaded;
/// one Grammar may serve any number of threads. Copies are cheap and share the same tables.
class Grammar {
 public:
  /// A grammar file (TOML) that the caller has read: its name is used in error messages.
  struct File {
    std::string name;
    std::string text;
  };

  /// The grammar that is compiled in.
  GONGWEN_API static const Grammar& builtin();

  /// The built-in grammar with the entries of `files` added, in order; an entry replaces the one of the same kind and id.
  /// Each entry must match its `examples`, and nothing of its `not`. Fails with E_BAD_GRAMMAR; `detail` is "file:line: text" and a second and third line with the source and a caret.
  GONGWEN_API static Result<Grammar> extended(std::span<const File> files);

  [[nodiscard]] const GrammarTables& tables() const noexcept { return *tables_; }

  /// Of tables that the library has made; what is in them is no part of its interface.
  explicit Grammar(std::shared_ptr<const GrammarTables> tables) : tables_(std::move(tables)) {}

 private:
  std::shared_ptr<const GrammarTables> tables_;
};

}  // namespace gongwen
