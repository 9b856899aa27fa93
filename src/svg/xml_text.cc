// SPDX-License-Identifier: GPL-3.0-or-later
#include "svg/xml_text.h"

#include <array>
#include <cstdint>

#include "base/format.h"

namespace phaen::svg {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t have = bytes.size() - i < 3 ? bytes.size() - i : 3;
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < 3; ++k)
      word = word << 8U | (k < have ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + k])) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += k <= have ? kDigits[word >> (18U - 6U * k) & 63U] : '=';
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
          out += "\xEF\xBF\xBD";
        else
          out += c;
    }
  }
  return out;
}

// By hand from the last digit on: a map has tens of thousands of coordinates.
std::string number(base::Length length) {
  const std::int64_t units = length.units();
  std::int64_t thousandths = ((units < 0 ? -units : units) * 1000 + 512) / 1024;
  const bool negative = units < 0 && thousandths != 0;
  std::array<char, 24> text{};
  std::size_t at = text.size();
  for (int place = 0; place < 4 || thousandths > 0; ++place, thousandths /= 10) {
    const auto digit = static_cast<char>(thousandths % 10);
    if (place == 3 && at < text.size()) text[--at] = '.';
    if (place >= 3 || digit != 0 || at < text.size()) text[--at] = static_cast<char>('0' + digit);
  }
  if (negative) text[--at] = '-';
  return {text.data() + at, text.size() - at};
}

std::string hex(base::Colour colour) {
  return base::format("#{:02x}{:02x}{:02x}", unsigned{colour.red}, unsigned{colour.green}, unsigned{colour.blue});
}

std::string data_uri(std::string_view bytes) {
  const bool is_png = bytes.starts_with("\x89PNG");
  return base::format("data:image/{};base64,{}", is_png ? "png" : "jpeg", base64(bytes));
}

}  // namespace phaen::svg
