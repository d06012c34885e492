#pragma once
// What kind of document a text is: one of the 15 that offices send (党政机关公文处理工作条例, 第八条), or none of them.
#include <string_view>

#include "checks/check.hpp"

namespace gongwen::checks {

struct Kind {
  std::string_view type = {};   ///< 通知, 意见, …, as its title ends; empty if in none of the 15
  bool sent = false;            ///< of a type that goes to named offices under a number: 通知, 函; not 公告, 纪要, 令
  bool notice = false;          ///< an official document: its title says so, or it is addressed to offices
};

/// What the notice is. A 研究报告 or a 方案 saved without its letter is no notice, and the rules of letters do not hold for it.
[[nodiscard]] Kind kind_of(const Inspection& notice);

/// Whether the text stands in a saved web page, which shows fields of the notice around it or elsewhere.
[[nodiscard]] bool is_web_page(const Inspection& notice);

/// What was typed at a place that was read.
[[nodiscard]] inline std::string_view typed(const Inspection& notice, Range place) {
  return std::string_view(notice.document.source).substr(place.begin, place.size());
}

}  // namespace gongwen::checks
