#pragma once
// Where a zip container stands in a file.
#include "readers/readers.hpp"

namespace gongwen::docx {

/// The bytes from the container's first entry to the end of its directory and comment: `bytes` themselves for an ordinary
/// file, less where other bytes stand before it (a self-extracting program, the mark of a split archive) or behind it.
/// `bytes` themselves also if there is no directory. No bytes are looked at but the end record and what it points to.
[[nodiscard]] Bytes zip_window(Bytes bytes) noexcept;

/// Whether there is an end record that points at a directory.
[[nodiscard]] bool has_zip_directory(Bytes bytes) noexcept;

}  // namespace gongwen::docx
