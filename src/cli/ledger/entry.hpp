#pragma once
// One notice as the tables of .csv, .xlsx, .sqlite and .md need it. It is made from the notice's JSON, the output contract,
// whether gongwen has just written it or `merge` found it in a part: so both give the same.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongwen::cli {

struct Record {
  std::string id, origin, number, section, task;
  std::vector<std::string> path, lead, responsible, supporting;
  std::string deadline, deadline_kind, deadline_date, deadline_start, recurrence;   // "": none
  bool ongoing = false;
  std::vector<std::pair<std::string, std::string>> extra;
  std::int64_t line = 0;               ///< of the task in the source text
};

struct EntrySection {
  std::string id, parent, label, title, text;
  std::int64_t part = 0, level = 0, number = 0, line = 0;   ///< part from 1
};

struct Finding {
  std::string rule, severity, message;
  std::int64_t line = 0;
};

struct Entry {
  std::string path, format, encoding, sha256;
  std::int64_t size = 0;
  std::string title, document_number, agency, issuer, issued_on, issued_document, publicity, signatory, urgency, secrecy;
  std::int64_t year = 0, serial = 0;   ///< of the document number; 0: none
  std::vector<std::string> addressees, copied_to;
  std::vector<EntrySection> sections;
  std::vector<Record> records;
  std::vector<Finding> findings;
};

/// Nothing if it is no notice of this output contract.
[[nodiscard]] std::optional<Entry> read_entry(std::string_view json);

[[nodiscard]] std::string joined(const std::vector<std::string>& values, std::string_view glue);
/// "备注：…；来源：…", the empty ones left out.
[[nodiscard]] std::string joined_extra(const Record& record);

}  // namespace gongwen::cli
