#pragma once
// The elements of WordprocessingML that the reader tells apart, and children by them. Names are compared without their prefix:
// the namespace is bound to w: by custom only, and strict documents use another URI for the same names.
#include <bitset>
#include <cstddef>
#include <cstdint>

#include <pugixml.hpp>

namespace gongwen::docx {

#define GONGWEN_WML_TAGS(X) \
  X(AlternateContent) X(Choice) X(Fallback) X(altChunk) X(annotationRef) X(b) X(bookmarkEnd) X(bookmarkStart) X(br) \
  X(cellDel) X(cellIns) X(cellMerge) X(commentRangeEnd) X(commentRangeStart) X(commentReference) X(cr) X(customXml) \
  X(customXmlPr) X(del) X(delInstrText) X(delText) X(drawing) X(endnoteReference) X(fldChar) X(fldSimple) \
  X(footnoteReference) X(framePr) X(gridSpan) X(hMerge) X(hyperlink) X(ins) X(instrText) X(jc) X(moveFrom) X(moveTo) \
  X(noBreakHyphen) X(numPr) X(numberingChange) X(oMath) X(oMathPara) X(object) X(outlineLvl) X(p) X(pPr) X(pPrChange) \
  X(pStyle) X(pict) X(proofErr) X(ptab) X(r) X(rFonts) X(rPr) X(rPrChange) X(rStyle) X(ruby) X(sdt) X(sdtContent) \
  X(sdtEndPr) X(sdtPr) X(sectPr) X(smartTag) X(smartTagPr) X(softHyphen) X(specVanish) X(subDoc) X(sym) X(sz) X(t) X(tab) \
  X(tbl) X(tblGrid) X(tblPr) X(tblPrEx) X(tc) X(tcPr) X(tcPrChange) X(textpath) X(tr) X(trPr) X(txbxContent) X(vMerge) \
  X(vanish)

enum class Tag : std::uint8_t {
  other,  ///< any other element, and what is no element
#define GONGWEN_TAG(name) name,
  GONGWEN_WML_TAGS(GONGWEN_TAG)
#undef GONGWEN_TAG
  count_
};
inline constexpr std::size_t kTags = static_cast<std::size_t>(Tag::count_);

[[nodiscard]] Tag tag_of(pugi::xml_node node) noexcept;

/// Calls `each(tag, child)` for the first child of every tag there is: what stands in a set of properties counts once.
template <class Each>
void for_each_property(pugi::xml_node parent, Each each) {
  std::bitset<kTags> seen;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const Tag tag = tag_of(node);
    if (tag == Tag::other || seen.test(static_cast<std::size_t>(tag))) continue;
    seen.set(static_cast<std::size_t>(tag));
    each(tag, node);
  }
}

}  // namespace gongwen::docx
