#pragma once
// What a table cell's text looks like, cheaply: enough to tell in which column it can stand, not what it means.
#include <cstdint>
#include <string_view>

#include <gongwen/grammar.hpp>

#include "extract/serials.hpp"

namespace gongwen {

struct CellShape {
  std::uint32_t characters = 0;   ///< code points
  std::uint32_t number = 0;       ///< the value of a serial number (3, （3）, ③, 三, 1.3 is 3), or of a chapter's label
  bool is_number = false;         ///< nothing but a serial number
  bool is_amount = false;         ///< digits and signs only: a telephone number, a sum, a share
  bool is_mark = false;           ///< / — 无: an empty cell; 同上: the one above
  bool deadline = false;
  bool all_deadline = false;      ///< and nothing else
  bool sentence = false;          ///< a 。 or ； in it or at its end
  bool cut_off = false;           ///< a 。 in it, and more of a sentence behind it that does not end
  bool clauses = false;           ///< a ， in it
  bool chapter = false;           ///< opens like a heading over others: 一、 （一） 第一章
  bool item = false;              ///< opens like a numbered item: 1. （1） ①
  bool verb = false;              ///< opens with what is to be done: 加强, 完善
  bool person = false;            ///< two to four Chinese characters that are no unit
  bool note = false;              ///< 注：, 联系人：, 填表说明：, 抄送：… and lines of a saved page
  bool attachment = false;        ///< 附件, 附件2：…, 附表3
  bool opens_broken = false;      ///< cannot begin a value: 、 ， ） …
  bool ends_broken = false;       ///< cannot end a value: ， 、 ： or a bracket left open
  bool bracket_open = false;
  float units = 0;                ///< share of its items that are named like units
};

/// The shape of a cell's folded text.
[[nodiscard]] CellShape read_shape(std::string_view text, const Grammar& grammar);

}  // namespace gongwen
