#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <gongwen/export.hpp>

namespace gongwen {

/// The language of a message. Names of rules, error codes and JSON keys are the same in both.
enum class Language { en, zh };

/// Why an input could not become a notice. The names (`E_EMPTY`, …) are public and stable: see `code_name`.
enum class ErrorCode {
  not_found,         ///< E_NOT_FOUND: no such file
  is_directory,      ///< E_IS_DIRECTORY: a folder where a file was expected
  unreadable,        ///< E_UNREADABLE: the system refused to open or read the file
  empty,             ///< E_EMPTY: no bytes, or nothing but white space
  not_text,          ///< E_NOT_TEXT: binary data, in no known format
  unknown_encoding,  ///< E_UNKNOWN_ENCODING: text, but in no encoding that gongwen knows
  unsupported_format,///< E_UNSUPPORTED_FORMAT: a known format that gongwen does not read (an image, a PDF, …)
  legacy_doc,        ///< E_LEGACY_DOC: Word 97-2003 binary .doc
  encrypted,         ///< E_ENCRYPTED: a document protected by a password
  truncated,         ///< E_TRUNCATED: the file ends before its data does
  not_docx,          ///< E_NOT_DOCX: a zip container without a Word document in it
  corrupt,           ///< E_CORRUPT: the container or a part of it is damaged
  bad_xml,           ///< E_BAD_XML: a part of the document is not well-formed XML
  too_large,         ///< E_TOO_LARGE: over a limit of the options
  bad_grammar,       ///< E_BAD_GRAMMAR: a grammar file that cannot be used
};

/// The stable name of a code, such as "E_LEGACY_DOC".
GONGWEN_API std::string_view code_name(ErrorCode code) noexcept;

/// A named error. `detail` holds the facts (a part's name, an offset, a limit); the sentence is made by `message`.
struct Error {
  ErrorCode code;
  std::string detail;
};

/// One sentence: what is wrong, and what to do about it.
GONGWEN_API std::string message(const Error& error, Language language);

/// A value or an Error. Used only where input can be unusable: readers, grammars, files.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}    // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() noexcept { return std::get_if<0>(&state_); }
  const T* operator->() const noexcept { return std::get_if<0>(&state_); }

  /// Only where `ok()` is false.
  [[nodiscard]] const Error& error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace gongwen
