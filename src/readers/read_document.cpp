// Bytes become a Document by the first reader that recognizes them. A file's name does not count, its content does.
#include <string>

#include "readers/formats.hpp"
#include "readers/readers.hpp"

namespace gongwen {
namespace {

bool is_foreign(Bytes bytes) { return !foreign_format(bytes).empty(); }

Result<Document> refuse_foreign(Bytes bytes, const ReadOptions&) {
  return Error{ErrorCode::unsupported_format, std::string(foreign_format(bytes))};
}

bool is_anything(Bytes) { return true; }

// In this order; the last takes what is left.
constexpr Reader kReaders[] = {
    {"docx", is_zip, read_docx},
    {"flat-opc", is_flat_opc, read_flat_opc},
    {"doc", is_ole, read_ole},
    {"other", is_foreign, refuse_foreign},
    {"txt", is_anything, read_txt},
};

}  // namespace

Result<Document> read_document(Bytes bytes, const Limits& limits, Revisions revisions) {
  if (bytes.empty()) return Error{ErrorCode::empty, ""};
  if (bytes.size() > limits.file_bytes)
    return Error{ErrorCode::too_large, std::to_string(bytes.size()) + " bytes, the limit is " + std::to_string(limits.file_bytes)};
  for (const Reader& reader : kReaders)
    if (reader.recognizes(bytes)) return reader.read(bytes, {limits, revisions});
  return Error{ErrorCode::not_text, ""};
}

}  // namespace gongwen
