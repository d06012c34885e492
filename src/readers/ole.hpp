#pragma once
// OLE compound files: what Word 97-2003 writes, and what a .docx with a password is wrapped in.
#include "readers/readers.hpp"

namespace gongwen {

enum class OleKind {
  not_ole,
  other,               ///< some other compound file: an .xls, an .msi, …
  word_binary,         ///< Word 97-2003
  encrypted_package,   ///< an Office document protected by a password ([MS-OFFCRYPTO] 2.3)
};

bool is_ole(Bytes bytes);

/// By the names of the streams in the file's directory.
OleKind ole_kind(Bytes bytes);

}  // namespace gongwen
