#pragma once
// The fields that a web page shows above a notice: 索引号, 发文字号, 发布机构, 成文日期. They say what the notice itself does not.
#include <cstddef>

#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>

#include "segment/lines.hpp"

namespace gongwen {

/// Title, number and date from the fields among lines[0, end), where `metadata` has none.
void read_page_fields(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata);

/// The issuer from them, for a letter that nobody signs.
void read_issuer_field(const Lines& lines, std::size_t end, const Folded& folded, const Grammar& grammar, Metadata& metadata);

}  // namespace gongwen
