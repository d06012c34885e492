#pragma once
// What closes a notice: signature and date, notes in brackets, the list of attachments, copies. GB/T 9704-2012, 7.3.4 to
// 7.3.7 and 7.4.
#include <cstddef>

#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "segment/lines.hpp"

namespace gongwen {

/// The signature and date that close the letter, looked for in lines[begin, end): the first line that is a date, with the
/// offices above it. Returns the index past it, or `begin` if there is none.
[[nodiscard]] std::size_t read_signature(Lines& lines, std::size_t begin, std::size_t end, const Folded& folded,
                                         const Grammar& grammar, Metadata& metadata);

/// Reads the lines from `begin` on that are fixed elements wherever they stand: （此件公开发布）, 抄送：…, …印发.
void read_fixed_lines(Lines& lines, std::size_t begin, const Folded& folded, const Grammar& grammar, Metadata& metadata);

/// Whether lines[at] names an attachment (附件, 附件1：…); `title` is what follows on the line.
struct AttachmentMark {
  int number = 0;                 ///< 0: none given
  std::string_view title;
};
[[nodiscard]] std::optional<AttachmentMark> read_attachment_mark(const Line& line, const Grammar& grammar);

/// Whether the attachment marks at lines[at] are the list of attachments (附件说明) and not an attachment itself.
[[nodiscard]] bool is_attachment_list(const Lines& lines, std::size_t at, const Grammar& grammar);

/// Reads the list of attachments that begins at lines[at]; returns the index past it.
[[nodiscard]] std::size_t read_attachment_list(Lines& lines, std::size_t at, const Folded& folded, const Grammar& grammar,
                                               Metadata& metadata);

}  // namespace gongwen
