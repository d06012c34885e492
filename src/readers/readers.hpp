#pragma once
// The readers, each from bytes to a Document. `read_document` asks them in order.
#include <cstddef>
#include <span>

#include <gongwen/reader.hpp>

namespace gongwen {

using Bytes = std::span<const std::byte>;

struct ReadOptions {
  Limits limits;
  Revisions revisions = Revisions::accept;
};

struct Reader {
  std::string_view format;
  bool (*recognizes)(Bytes bytes);
  Result<Document> (*read)(Bytes bytes, const ReadOptions& options);
};

bool is_zip(Bytes bytes);
/// A Word document in one XML file, as "XML document" saves it.
bool is_flat_opc(Bytes bytes);
bool is_ole(Bytes bytes);
Result<Document> read_docx(Bytes bytes, const ReadOptions& options);
Result<Document> read_flat_opc(Bytes bytes, const ReadOptions& options);
/// An OLE compound file is never read: E_ENCRYPTED or E_LEGACY_DOC.
Result<Document> read_ole(Bytes bytes, const ReadOptions& options);
Result<Document> read_txt(Bytes bytes, const ReadOptions& options);

}  // namespace gongwen
