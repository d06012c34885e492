// Bytes in a named encoding become UTF-8, and UTF-8 such bytes; the only place that knows ICU's converters and its detector.
#include "text/convert.hpp"

#include <algorithm>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

namespace gongwen::text {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

constexpr std::size_t kDetectorSample = 64 << 10;

// All of `bytes`, by two converters whose callbacks say what becomes of faults.
std::optional<std::string> through(UConverter* to, UConverter* from, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(bytes.size() + bytes.size() / 2 + 16, '\0');
  UChar pivot[4096];
  UChar* pivot_source = pivot;
  UChar* pivot_target = pivot;
  const char* source = bytes.data();
  std::size_t written = 0;
  for (bool reset = true;; reset = false) {
    char* target = out.data() + written;
    ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot, &pivot_source,
                   &pivot_target, pivot + std::size(pivot), static_cast<UBool>(reset), 1, &status);
    written = static_cast<std::size_t>(target - out.data());
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    status = U_ZERO_ERROR;
    out.resize(out.size() * 2);
  }
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(written);
  return out;
}

}  // namespace

std::optional<std::string> convert(std::string_view bytes, const char* encoding, bool strict) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(encoding, &status), &ucnv_close);
  const Converter to(ucnv_open("UTF-8", &status), &ucnv_close);
  const auto on_error = strict ? UCNV_TO_U_CALLBACK_STOP : UCNV_TO_U_CALLBACK_SUBSTITUTE;
  if (U_SUCCESS(status)) ucnv_setToUCallBack(from.get(), on_error, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? through(to.get(), from.get(), bytes) : std::nullopt;
}

std::optional<std::string> encode_as(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open("UTF-8", &status), &ucnv_close);
  const Converter to(ucnv_open(encoding, &status), &ucnv_close);
  if (U_SUCCESS(status)) ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? through(to.get(), from.get(), text) : std::nullopt;
}

Detection detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kDetectorSample));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  Detection found{ucsdet_getName(match, &status), ucsdet_getConfidence(match, &status)};
  return U_SUCCESS(status) ? found : Detection{};
}

}  // namespace gongwen::text
