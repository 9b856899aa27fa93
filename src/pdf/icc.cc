// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/icc.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace phaen::pdf {
namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFF);
}

// s15Fixed16Number, as its 32 bits.
std::string fixed_numbers(std::string_view type, std::initializer_list<std::int32_t> numbers) {
  std::string out(type);
  put(out, 0, 4);
  for (const std::int32_t number : numbers) put(out, static_cast<std::uint32_t>(number), 4);
  return out;
}

// multiLocalizedUnicodeType with one record, en-US. ASCII only.
std::string localised(std::string_view ascii) {
  std::string out = "mluc";
  put(out, 0, 4);
  put(out, 1, 4);
  put(out, 12, 4);
  out += "enUS";
  put(out, static_cast<std::uint32_t>(ascii.size() * 2), 4);
  put(out, 28, 4);
  for (const char c : ascii) put(out, static_cast<unsigned char>(c), 2);
  while (out.size() % 4 != 0) out += '\0';
  return out;
}

// The IEC 61966-2-1 transfer curve as parametric type 3: (aX + b)^g above d, cX below.
std::string transfer_curve() {
  std::string out = "para";
  put(out, 0, 4);
  put(out, 3, 2);
  put(out, 0, 2);
  for (const std::uint32_t number : {0x26666U, 0xF2A7U, 0x0D59U, 0x13D0U, 0x0A5BU}) put(out, number, 4);
  return out;
}

std::string header(std::size_t size) {
  std::string out;
  put(out, static_cast<std::uint32_t>(size), 4);
  put(out, 0, 4);           // no preferred colour engine
  put(out, 0x04200000, 4);  // version 4.2
  out += "mntrRGB XYZ ";
  for (const std::uint32_t number : {2022U, 1U, 1U, 0U, 0U, 0U}) put(out, number, 2);  // a fixed date: fixed bytes
  out += "acsp";
  put(out, 0, 4);
  put(out, 0, 4);
  put(out, 0, 4);
  put(out, 0, 4);
  put(out, 0, 4);
  put(out, 0, 4);
  put(out, 0, 4);                                                                       // perceptual intent
  for (const std::uint32_t number : {0xF6D6U, 0x10000U, 0xD32DU}) put(out, number, 4);  // D50
  out.resize(128, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  // Primaries and white of IEC 61966-2-1, adapted from D65 to D50 by the Bradford matrix that stands in `chad`.
  const std::string curve = transfer_curve();
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", localised("sRGB")},
      {"cprt", localised("public domain")},
      {"wtpt", fixed_numbers("XYZ ", {0xF6D6, 0x10000, 0xD32D})},
      {"chad", fixed_numbers("sf32", {0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E})},
      {"rXYZ", fixed_numbers("XYZ ", {0x6FA2, 0x38F5, 0x390})},
      {"gXYZ", fixed_numbers("XYZ ", {0x6299, 0xB785, 0x18DA})},
      {"bXYZ", fixed_numbers("XYZ ", {0x249F, 0xF84, 0xB6CF})},
      {"rTRC", curve},
      {"gTRC", curve},
      {"bTRC", curve},
  };
  std::string directory, body;
  put(directory, static_cast<std::uint32_t>(tags.size()), 4);
  const std::size_t start = 128 + 4 + 12 * tags.size();
  std::size_t curve_at = 0;
  for (const auto& [name, bytes] : tags) {
    const bool is_curve = name.substr(1) == "TRC";
    if (!is_curve || curve_at == 0) {
      if (is_curve) curve_at = start + body.size();
      directory += name;
      put(directory, static_cast<std::uint32_t>(start + body.size()), 4);
      body += bytes;
    } else {  // the three channels share one curve
      directory += name;
      put(directory, static_cast<std::uint32_t>(curve_at), 4);
    }
    put(directory, static_cast<std::uint32_t>(bytes.size()), 4);
  }
  return header(start + body.size()) + directory + body;
}

}  // namespace phaen::pdf
