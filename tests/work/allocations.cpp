// Counts what a notice costs in allocations, which are the same on every machine: of a table of twice as many rows the reader,
// the whole pipeline and the JSON writer may allocate twice as often and twice as much, and a row no more than its bound.
// A program of its own, since it counts in operator new. Exit status 1, with what is too many, where it is.
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>

#include <gongwen/gongwen.hpp>

#include "support/docx_fixture.hpp"

namespace {

struct Count {
  double times = 0, bytes = 0;
};
Count counted;

}  // namespace

void* operator new(std::size_t size) {
  counted.times += 1;
  counted.bytes += static_cast<double>(size);
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace gongwen;

constexpr int kRows = 1000;

std::string cell(const std::string& text) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"1800\"/></w:tcPr><w:p><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/></w:rPr><w:t>" + text +
         "</w:t></w:r></w:p></w:tc>";
}

std::string row(int i, const std::function<std::string(const std::string&)>& as_cell) {
  return as_cell(std::to_string(i)) + as_cell("完善第" + std::to_string(i) + "批政务公开事项目录，主动回应社会关切。") + as_cell("县财政局") +
         as_cell("县水利局、县民政局") + as_cell("2023年6月底前");
}

std::string docx(int rows) {
  std::string body = "<w:p><w:r><w:t>关于印发任务分解表的通知</w:t></w:r></w:p><w:tbl><w:tblGrid/><w:tr>";
  for (const char* header : {"序号", "工作任务", "牵头单位", "责任单位", "完成时限"}) body += cell(header);
  body += "</w:tr>";
  for (int i = 1; i <= rows; ++i) body += "<w:tr>" + row(i, cell) + "</w:tr>";
  return test::make_docx(body + "</w:tbl>");
}

std::string text(int rows) {
  std::string all = "关于印发任务分解表的通知\n\n序号\t工作任务\t牵头单位\t责任单位\t完成时限";
  for (int i = 1; i <= rows; ++i) all += "\n" + row(i, [](const std::string& of) { return of + "\t"; });
  return all + "\n";
}

Count of(const std::function<void()>& run) {
  run();   // what is made once
  const Count before = counted;
  run();
  return {counted.times - before.times, counted.bytes - before.bytes};
}

struct Bound {
  const char* name;
  std::function<std::string(int)> notice;
  std::function<void(const std::string&, const Notice&)> run;
  double times, bytes;   ///< a row
};

void only_read(const std::string& bytes, const Notice&) {
  if (!read_document(test::as_bytes(bytes), {}, {})) std::abort();
}
void whole(const std::string& bytes, const Notice&) {
  if (!parse(test::as_bytes(bytes))) std::abort();
}
void json(const std::string&, const Notice& notice) {
  if (to_json(notice).empty()) std::abort();
}

bool holds(const Bound& bound) {
  const auto measure = [&](int rows) {
    const std::string bytes = bound.notice(rows);
    const auto notice = parse(test::as_bytes(bytes));
    if (!notice || notice->tasks.size() != static_cast<std::size_t>(rows)) std::abort();
    return of([&] { bound.run(bytes, *notice); });
  };
  const Count one = measure(kRows), two = measure(2 * kRows);
  const double times = (two.times - one.times) / kRows, bytes = (two.bytes - one.bytes) / kRows;
  const bool linear = two.times <= 2.2 * one.times + 50 && two.bytes <= 2.2 * one.bytes + 4096;
  const bool within = times <= bound.times && bytes <= bound.bytes;
  std::printf("%s %-10s a row: %.2f allocations (at most %g), %.0f bytes (at most %.0f); of twice the rows %.2f and %.2f times\n",
              linear && within ? "ok  " : "FAIL", bound.name, times, bound.times, bytes, bound.bytes, two.times / one.times, two.bytes / one.bytes);
  return linear && within;
}

}  // namespace

int main() {
  const Bound kBounds[] = {
      {"docx read", docx, only_read, 9, 2800}, {"docx whole", docx, whole, 210, 15'000}, {"docx json", docx, json, 0.1, 2800},
      {"text read", text, only_read, 0.1, 500}, {"text whole", text, whole, 340, 29'000}, {"text json", text, json, 0.1, 2800},
  };
  bool all = true;
  for (const Bound& bound : kBounds) all = holds(bound) && all;
  return all ? 0 : 1;
}
