// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/family_scale.h"

namespace phaen::text {
namespace {

struct FamilyScale {
  std::string_view family;
  int permille;
};

// Office rules name sizes in points of TH Sarabun, which is drawn small on its em.
constexpr FamilyScale kScales[] = {
    {"TH Sarabun", 1000},    {"TH Sarabun New", 1000}, {"TH SarabunPSK", 1000},
    {"TH SarabunIT๙", 1000}, {"Sarabun", 680},         {"Noto Sans Symbols 2", 680},
};

// Heights of ko kai and of capitals in TH Sarabun New, thousandths of the em.
constexpr int kKoKaiHeight = 400, kCapitalHeight = 476;
// A font with neither letter is a symbol font: drawn to fill its em, as Sarabun is.
constexpr int kEmFilling = 680;

constexpr int ratio(int numerator, int denominator) { return (numerator * 1000 + denominator / 2) / denominator; }

}  // namespace

std::optional<int> known_scale_permille(std::string_view family) {
  for (const FamilyScale& scale : kScales)
    if (scale.family == family) return scale.permille;
  return std::nullopt;
}

int measured_scale_permille(int ko_kai_height, int capital_height) {
  if (ko_kai_height > 0) return ratio(kKoKaiHeight, ko_kai_height);
  if (capital_height > 0) return ratio(kCapitalHeight, capital_height);
  return kEmFilling;
}

}  // namespace phaen::text
