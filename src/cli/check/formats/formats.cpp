// The report formats by kind. To add one: its file, a line in format.hpp, a line here.
#include <algorithm>
#include <array>

#include "cli/check/formats/format.hpp"

namespace gongwen::cli {
namespace {

constexpr std::array kFormats{
    &text_format, &json_format, &jsonl_format, &sarif_format, &junit_format, &github_format, &gitlab_format,
};

}  // namespace

std::span<const ReportFormat* const> report_formats() noexcept { return kFormats; }

const ReportFormat& report_format(ReportKind kind) noexcept {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [kind](const ReportFormat* format) { return format->kind == kind; });
  return found == kFormats.end() ? text_format : **found;
}

}  // namespace gongwen::cli
