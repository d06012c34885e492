// What a rule rests on and looks at, in words.
#include "cli/check/rule_words.hpp"

namespace gongwen::cli {

std::string_view basis_name(Basis basis) noexcept {
  switch (basis) {
    case Basis::standard: return "standard";
    case Basis::regulation: return "regulation";
    case Basis::practice: break;
  }
  return "practice";
}

std::string_view scope_name(Scope scope) noexcept {
  switch (scope) {
    case Scope::any: return "any";
    case Scope::letter: return "letter";
    case Scope::document: return "document";
    case Scope::attachment: return "attachment";
    case Scope::table: return "table";
    case Scope::task: return "task";
    case Scope::file: break;
  }
  return "file";
}

std::string basis_words(const Rule& rule, Language language) {
  const bool chinese = language == Language::zh;
  if (!rule.clause.empty()) return std::string(rule.clause);
  switch (rule.basis) {
    case Basis::standard: return chinese ? "国家标准" : "national standard";
    case Basis::regulation: return chinese ? "条例" : "regulation";
    case Basis::practice: break;
  }
  return chinese ? "惯例" : "practice";
}

std::string_view scope_words(Scope scope, Language language) noexcept {
  const bool chinese = language == Language::zh;
  switch (scope) {
    case Scope::any: return chinese ? "任何文字" : "every text";
    case Scope::letter: return chinese ? "通知正文的格式要素" : "the notice itself: its number, addressees, signature";
    case Scope::document: return chinese ? "正文、所印发文件和附件的层次" : "the outline of the letter, of the document that it issues, of an attachment";
    case Scope::attachment: return chinese ? "附件" : "attachments, and what the notice says of them";
    case Scope::table: return chinese ? "任务表" : "task tables";
    case Scope::task: return chinese ? "任务记录（表格和标注）" : "records, of tables and of annotations";
    case Scope::file: break;
  }
  return chinese ? "文件本身" : "how the text is stored";
}

}  // namespace gongwen::cli
