// An OLE compound file becomes a named error: it is a Word 97-2003 document (WPS writes .wps so, too), an encrypted .docx
// in its wrapping, or a document of another program.
#include <string>
#include <string_view>

#include "readers/readers.hpp"

namespace gongwen {
namespace {

using namespace std::string_view_literals;

struct Stream {
  std::string_view name;  // in the directory, UTF-16LE
  ErrorCode code;
  std::string_view what;
};

// The first of these that is in the file tells. EncryptedPackage: [MS-OFFCRYPTO] 2.3.4.4.
constexpr Stream kStreams[] = {
    {"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv, ErrorCode::encrypted, ""},
    {"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, ErrorCode::legacy_doc, ""},
    {"W\0o\0r\0k\0b\0o\0o\0k\0"sv, ErrorCode::unsupported_format, "Excel 97-2003 workbook"},
    {"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0"sv, ErrorCode::unsupported_format,
     "PowerPoint 97-2003 presentation"},
};

std::string_view text_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

bool is_ole(Bytes bytes) { return text_of(bytes).starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

Result<Document> read_ole(Bytes bytes, const ReadOptions&) {
  for (const Stream& stream : kStreams)
    if (text_of(bytes).find(stream.name) != std::string_view::npos) return Error{stream.code, std::string(stream.what)};
  return Error{ErrorCode::legacy_doc, ""};
}

}  // namespace gongwen
