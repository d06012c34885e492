#pragma once
// The other directions of punctuation: every stage reads Chinese punctuation, and what a user wants otherwise is made of
// the finished values.
#include <gongwen/notice.hpp>
#include <gongwen/parse.hpp>

namespace gongwen {

/// Rewrites the punctuation of every value of `notice`: `ascii` turns ，；：？！（） into half width, `keep` gives back the
/// width that stands in the source. `chinese` changes nothing. Names of columns have no place of their own: `keep` leaves
/// them as they are.
void punctuate(Notice& notice, Punctuation punctuation);

}  // namespace gongwen
