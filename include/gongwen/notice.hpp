#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongwen/document.hpp>
#include <gongwen/outline.hpp>
#include <gongwen/task.hpp>

namespace gongwen {

/// 发文字号 (GB/T 9704-2012, 7.2.5): 机关代字, 年份, 发文顺序号.
struct DocumentNumber {
  Value text;
  std::string agency;
  int year = 0;
  int serial = 0;
};

/// The elements of GB/T 9704-2012, as far as the notice shows them.
struct Metadata {
  struct Attachment {
    int number = 0;
    Value title;
  };
  Value title;                             ///< 标题 (7.3.1)
  std::optional<DocumentNumber> document_number;
  std::vector<Value> issuers;              ///< 发文机关署名 (7.3.5); several of a joint notice
  Date issued_on;                          ///< 成文日期
  Span issued_on_span;
  std::vector<Value> addressees;           ///< 主送机关 (7.3.2)
  std::vector<Value> copied_to;            ///< 抄送机关 (7.4.2)
  Value publicity;                         ///< 附注 (7.3.6), such as 此件公开发布
  Value signatory;                         ///< 签发人 (7.2.6)
  Value urgency, secrecy;                  ///< 紧急程度, 密级
  std::vector<Attachment> attachments;     ///< 附件说明 (7.3.4)
  Value issued_document;                   ///< the document that the notice 印发s
};

/// How many non-white characters of the source text belong to what. Their sum is all of them.
struct Coverage {
  std::uint64_t metadata = 0, section = 0, paragraph = 0, table = 0, furniture = 0, unclassified = 0;
};

/// Where a notice came from.
struct Source {
  std::string path;
  std::string format;
  std::string encoding;
  std::uint64_t size = 0;                  ///< bytes
  std::string sha256;                      ///< lower-case hexadecimal
};

/// A notice (公文): everything that gongwen read from one input.
struct Notice {
  Source source;
  std::string text;                        ///< the source text that every span counts in; UTF-8
  Metadata metadata;
  std::vector<Part> parts;
  std::vector<Task> tasks;
  std::vector<TableSummary> tables;
  std::vector<Diagnostic> diagnostics;     ///< in reading order
  Coverage coverage;
};

}  // namespace gongwen
