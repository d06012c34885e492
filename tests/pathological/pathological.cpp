// Texts that are long and strange. Each run reads one of them and must end; how long it may take is CTest's to say.
// usage: gongwen-pathological NAME [KIB]      the text NAME, so many KiB long (1024)
//        gongwen-pathological                 the names
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>
#include <string_view>

#include <gongwen/gongwen.hpp>

namespace {

struct Shape {
  const char *name, *begin, *unit, *end;   // once, again and again, once
};

constexpr Shape kShapes[] = {
    {"open-brackets", "一、任务\n", "（", "\n"},
    {"nested-brackets", "一、任务\n", "（县水利局负责（", "\n"},
    {"closing-brackets", "一、任务\n（（（（（（（（", "）", "\n"},
    {"bracket-pairs", "一、任务\n", "（）", "\n"},
    {"annotations", "一、任务\n", "检修闸门。（县水利局负责）", "\n"},
    {"headings", "", "一、任务\n", ""},
    {"headings-in-turn", "", "一、任务\n（一）任务\n1.任务\n", ""},
    {"headings-inside-out", "", "①任务\n（1）任务\n1.任务\n（一）任务\n一、任务\n", ""},
    {"one-paragraph", "一、任务\n", "各单位要加强领导，明确责任，确保完成。", ""},
    {"no-stop", "一、任务\n", "各单位要加强领导明确责任确保完成", ""},
    {"bars", "", "|", ""},
    {"bar-lines", "", "|\n", ""},
    {"box", "", "│", "\n"},
    {"box-corners", "", "┌┬┐\n", ""},
    {"rules", "", "─", "\n"},
    {"traditional-table", "序號\t任務\t責任單位\t備註\n", "1\t完成第一處河道清理\t縣水利局\t重點\n", ""},
    {"tabs", "一", "\t", "二"},
    {"tab-lines", "", "\t一\n", ""},
    {"responsible", "一、任务\n", "责任单位：", "\n"},
    {"responsible-lines", "一、任务\n", "责任单位：\n", ""},
    {"responsible-bracket", "一、任务\n检修闸门（", "责任单位：", "）\n"},
    {"digits", "", "1", "\n"},
    {"digit-lines", "", "1\n", ""},
    {"dotted-digits", "", "1.", "\n"},
    {"numerals", "", "一", "\n"},
    {"label-run", "", "一、", "\n"},
    {"year-month-day", "", "年月日", "\n"},
    {"dates", "一、任务\n", "2023年5月底前", "\n"},
    {"dates-bracket", "一、任务\n（县水利局负责，", "2023年5月底前", "）\n"},
    {"lead", "一、任务\n", "牵头", "\n"},
    {"lead-bracket", "一、任务\n检修闸门（县水利局", "牵头", "）\n"},
    {"units-bracket", "一、任务\n检修闸门（", "县水利局、", "县财政局负责）\n"},
    {"joined-units", "一、任务\n检修闸门（县水利局", "和县财政局", "负责）\n"},
    {"spaces", "一", " ", "二"},
    {"wide-spaces", "一", "　", "二"},
    {"blank-lines", "一", "\n", "二"},
    {"articles", "", "第一条", "\n"},
    {"titles", "", "关于", "的通知\n"},
    {"title-lines", "", "关于开展\n", "的通知\n"},
    {"numbers", "", "石政发〔2023〕1号", "\n"},
    {"year-brackets", "", "〔2023〕", "\n"},
    {"attachments", "", "附件1\n", ""},
    {"attachment-items", "附件：", "1.名册\n", ""},
    {"addressees", "关于巡查的通知\n", "县水利局，\n", "：\n"},
    {"signatures", "", "石泉县水利局\n2023年3月15日\n", ""},
    {"copies", "", "抄送：县委办公室，\n", ""},
    {"furniture", "", "分享到：\n", ""},
    {"headers", "", "序号\t任务内容\t责任单位\n", ""},
    {"header-cells", "", "序号\n任务内容\n责任单位\n", ""},
    {"table-rows", "序号\t任务内容\t责任单位\n", "1\t检修全县小型水库闸门。\t县水利局\n", ""},
    {"table-cells", "序号\n\n任务内容\n\n责任单位\n\n", "1\n\n检修全县小型水库闸门。\n\n县水利局\n\n", ""},
    {"table-bars", "| 序号 | 任务内容 | 责任单位 |\n|---|---|---|\n", "| 1 | 检修全县小型水库闸门。 | 县水利局 |\n", ""},
    {"table-spaces", "序号    任务内容                  责任单位\n", "1       检修全县小型水库闸门。    县水利局\n", ""},
    {"table-empty-cells", "序号\t任务内容\t责任单位\n", "\t\t\n", ""},
    {"one-cell", "序号\t任务内容\t责任单位\n1\t", "检修闸门。", "\t县水利局\n"},
    {"one-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "县水利局、", "县财政局\n"},
    {"glued-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "县", "\n"},
    {"joined-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "县和", "\n"},
    {"with-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "会同", "\n"},
    {"open-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "等各", "\n"},
    {"spaced-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "一二 ", "\n"},
    {"marked-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t责任单位：", "一，", "\n"},
    {"numbered-unit-cell", "序号\t任务内容\t责任单位\n1\t检修闸门。\t", "①", "\n"},
    {"black-brackets", "一、任务\n", "【责任单位】县水利局", "\n"},
    {"default-rules", "一、任务\n", "除标注外均由县水利局负责。\n1.检修闸门。\n", ""},
    {"as-above", "一、任务\n", "检修闸门。（责任单位：同上）\n", ""},
    {"one-deadline-cell", "任务内容\t责任单位\t完成时限\n检修闸门。\t县水利局\t", "5月底前、", "6月\n"},
    {"wide-row", "序号\t任务内容\t责任单位\n", "检修\t", "\n"},
    {"wide-header", "序号\t任务内容\t责任单位\t", "备注\t", "\n1\t检修闸门。\t县水利局\n"},
    {"contents", "目录\n", "一、任务……1\n", ""},
    {"quotes", "一、任务", "《", "\n"},
    {"zero-width", "一", "\xE2\x80\x8B", "二"},
    {"bookmarks", "", "[bookmark:", "\n"},
    {"invalid", "", "\xE4\xB8", "\n"},
    {"mixed-width", "", "a，(", "\n"},
    {"same-as-above", "任务内容\t责任单位\n检修闸门。\t县水利局\n", "检修闸门。\t同上\n", ""},
};

std::string text_of(const Shape& shape, std::size_t size) {
  std::string text = shape.begin;
  while (text.size() < size) text += shape.unit;
  return text + shape.end;
}

int list_names() {
  for (const Shape& shape : kShapes) std::cout << shape.name << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return list_names();
  const std::size_t kib = argc < 3 ? 1024 : std::strtoul(argv[2], nullptr, 10);
  for (const Shape& shape : kShapes) {
    if (std::string_view(shape.name) != argv[1]) continue;
    const std::string text = text_of(shape, kib * 1024);
    const auto notice = gongwen::parse(std::as_bytes(std::span(text)));
    const std::string json = notice ? to_json(*notice) : std::string(code_name(notice.error().code));
    std::cout << shape.name << ": " << text.size() << " bytes in, " << json.size() << " out\n";
    return notice || std::string_view(shape.name) == "invalid" ? 0 : 1;
  }
  std::cerr << "no such text: " << argv[1] << "\n";
  return 2;
}
