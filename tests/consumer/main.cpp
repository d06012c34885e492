// A program of somebody else: it knows the installed headers only. Exit status 0 where all is as it should be.
#include <gongwen/gongwen.hpp>

#include <iostream>
#include <span>
#include <string>

int main() {
  const std::string text =
      "关于开展档案检查工作的通知\n\n各科室：\n一、检查内容\n核对上年度归档文件。（责任单位：办公室）\n\n云溪市档案馆\n2023年3月1日\n";
  const auto result = gongwen::parse(std::as_bytes(std::span(text)));
  if (!result) {
    std::cerr << code_name(result.error().code) << ": " << message(result.error(), gongwen::Language::en) << '\n';
    return 1;
  }
  for (const gongwen::Task& task : result->tasks) std::cout << task.id << ' ' << task.task.text << '\n';
  const std::string json = gongwen::to_json(*result);
  std::cout << gongwen::version() << ' ' << json.size() << '\n';

  const auto refused = gongwen::parse({});
  const bool right = json.find("关于开展档案检查工作的通知") != std::string::npos && !result->tasks.empty() && !refused &&
                     refused.error().code == gongwen::ErrorCode::empty && !gongwen::json_schema().empty();
  return right ? 0 : 1;
}
