// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai/collation.h"

#include <unicode/ucol.h>

#include <utility>
#include <vector>

#include "base/utf8.h"
#include "thai/diagnostics.h"
#include "thai/thai_character.h"

namespace phaen::thai {
namespace {

constexpr const char* kLocale = "th";

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};

base::Failure no_data(UErrorCode status) { return base::Failure(diagnostics::no_thai_collation(u_errorName(status))); }

// UTF-16 with Arabic digits: ICU 72 compares the value of a number wrongly when it goes on in Thai digits after equal
// text (`1แ`, `1๑`), against its own sort keys.
std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [written, length] = base::utf8::decode(text, at);
    const char32_t character = is_thai_digit(written) ? written - kThaiZero + U'0' : written;
    at += length;
    if (character < 0x10000) {
      out += static_cast<char16_t>(character);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (character >> 10));
      out += static_cast<char16_t>(0xDC00 + (character & 0x3FF));
    }
  }
  return out;
}

}  // namespace

struct Collator::Handle {
  std::unique_ptr<UCollator, CloseCollator> collator;
};

Collator::Collator(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

base::Result<Collator> Collator::create() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCollator, CloseCollator> collator(ucol_open(kLocale, &status));
  // Without Thai data ICU falls back to the machine's locale and only warns.
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return no_data(status);
  ucol_setAttribute(collator.get(), UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  ucol_setAttribute(collator.get(), UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  if (U_FAILURE(status)) return no_data(status);
  auto handle = std::make_unique<Handle>();
  handle->collator = std::move(collator);
  return Collator(std::move(handle));
}

std::strong_ordering Collator::compare(std::string_view a, std::string_view b) const {
  const std::u16string left = to_utf16(a), right = to_utf16(b);
  const UCollationResult result =
      ucol_strcoll(handle_->collator.get(), left.data(), static_cast<std::int32_t>(left.size()), right.data(),
                   static_cast<std::int32_t>(right.size()));
  if (result == UCOL_LESS) return std::strong_ordering::less;
  if (result == UCOL_GREATER) return std::strong_ordering::greater;
  return a <=> b;  // UTF-8 bytes order as code points do
}

std::string Collator::sort_key(std::string_view text) const {
  const std::u16string source = to_utf16(text);
  const auto length = static_cast<std::int32_t>(source.size());
  std::vector<std::uint8_t> key(static_cast<std::size_t>(length) * 4 + 16);
  const auto write = [&] {
    return ucol_getSortKey(handle_->collator.get(), source.data(), length, key.data(),
                           static_cast<std::int32_t>(key.size()));
  };
  const std::int32_t needed = write();
  if (static_cast<std::size_t>(needed) > key.size()) {
    key.resize(static_cast<std::size_t>(needed));
    write();
  }
  // ICU's key ends in its only zero byte, so what follows decides only between equal keys.
  std::string out(key.begin(), key.begin() + needed);
  return out.append(text);
}

}  // namespace phaen::thai
