#pragma once
// Zip containers byte by byte, as writers other than libzip make them.
#include <cstdint>
#include <string>
#include <vector>

#include "support/docx_fixture.hpp"

namespace gongwen::test {

struct RawZip {
  bool descriptors = false;        ///< sizes behind the data, as a writer that cannot seek leaves them
  bool zip64 = false;              ///< sizes and offsets in 64-bit fields
  std::uint16_t method = 0;        ///< what the headers say; the bytes are stored as they are
  std::uint16_t disk = 0;
  std::uint32_t wrong_checksum = 0;  ///< flipped in every checksum
  std::string comment, prefix;
  bool offsets_count_prefix = false;  ///< whether offsets count from the file's beginning or the first entry's
};

std::string raw_zip(const std::vector<ZipEntry>& entries, const RawZip& how = {});

}  // namespace gongwen::test
