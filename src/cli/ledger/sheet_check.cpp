// An .xlsx that was written is read once more, piece by piece: a full disk may have cut holes into it that nobody reported.
#include "cli/ledger/sheet_check.hpp"

#include <memory>
#include <string_view>

#include <zip.h>

namespace gongwen::cli {
namespace {

constexpr std::string_view kBegin = "<sheetData>", kEnd = "</sheetData>", kLast = "</worksheet>";

// Counts what stands between the tags of <sheetData>, of a text that comes in pieces.
class RowBytes {
 public:
  void add(std::string_view piece) {
    window_ += piece;
    if (!begun_) {
      if (const auto at = window_.find(kBegin); at != window_.npos) begun_ = true, begin_ = dropped_ + at + kBegin.size();
    }
    if (begun_ && !ended_) {
      if (const auto at = window_.find(kEnd); at != window_.npos) ended_ = true, end_ = dropped_ + at;
    }
    const std::size_t keep = 64;
    if (window_.size() > keep) dropped_ += window_.size() - keep, window_.erase(0, window_.size() - keep);
  }
  [[nodiscard]] bool is(std::uint64_t bytes) const { return ended_ && end_ - begin_ == bytes && window_.ends_with(kLast); }

 private:
  std::string window_;
  std::uint64_t dropped_ = 0, begin_ = 0, end_ = 0;
  bool begun_ = false, ended_ = false;
};

}  // namespace

bool sheet_data_is_whole(const std::string& path, const std::vector<std::uint64_t>& bytes) {
  int error = 0;
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open(path.c_str(), ZIP_RDONLY, &error), &zip_discard);
  if (!archive) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::string name = "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml";
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive.get(), name.c_str(), 0), &zip_fclose);
    if (!file) return false;
    RowBytes rows;
    std::string piece(1 << 16, '\0');
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), piece.data(), piece.size())) > 0) rows.add(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    if (got < 0 || !rows.is(bytes[i])) return false;
  }
  return true;
}

}  // namespace gongwen::cli
