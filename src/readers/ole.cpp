// An OLE compound file becomes a named error: it is a Word 97-2003 document, or an encrypted .docx in its wrapping.
#include <string_view>

#include "readers/readers.hpp"

namespace gongwen {
namespace {

using namespace std::string_view_literals;

// [MS-OFFCRYPTO] 2.3.4.4: the stream that an encrypted package is in. Names in the directory are UTF-16LE.
constexpr auto kEncryptedPackage = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

std::string_view text_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

bool is_ole(Bytes bytes) { return text_of(bytes).starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

Result<Document> read_ole(Bytes bytes, const ReadOptions&) {
  const bool encrypted = text_of(bytes).find(kEncryptedPackage) != std::string_view::npos;
  return Error{encrypted ? ErrorCode::encrypted : ErrorCode::legacy_doc, ""};
}

}  // namespace gongwen
