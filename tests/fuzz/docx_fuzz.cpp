// The body of a Word document: the bytes stand inside w:body of a .docx that is otherwise right.
#include <cstdint>
#include <string>

#include "fuzz/check.hpp"
#include "support/docx_fixture.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string docx = gongwen::test::make_docx({reinterpret_cast<const char*>(data), size});
  gongwen::fuzz::check(gongwen::test::as_bytes(docx));
  return 0;
}
