// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace phaen::doc {

/// Index into StyleSheet::styles.
using StyleId = std::uint16_t;

enum class TextAlign : std::uint8_t { Left, Centre, Right, Distributed, Justified, Mixed };

/// Whether a connective (และ, หรือ, ที่, ของ ...) may stand at a line end: as any word, rather not, only for need.
enum class Connectives : std::uint8_t { Free, Avoid, Never };

/// A paragraph style. `size` and `leading` are nominal office points (docs/architecture.md, Sizes): layout multiplies
/// the size by the font family's scale; the leading is a real length already (the office's line pitch does not shrink
/// with the font).
struct ParagraphStyle {
  std::string name;
  base::Length size = base::Length::pt(16);
  base::Length leading;  ///< real distance of baselines; zero = 1.331 x size, TH Sarabun's own pitch (reference/README)
  bool bold = false, italic = false;
  TextAlign align = TextAlign::Distributed;
  Connectives connectives = Connectives::Avoid;
  base::Length indent, right_indent, first_indent;  ///< real lengths
  base::Length space_before, space_after;
  bool keep_with_next = false, keep_together = false;
  std::optional<base::Colour> colour;
};

struct StyleSheet {
  std::string family = "Sarabun";
  std::vector<ParagraphStyle> styles;
  std::optional<StyleId> find(std::string_view name) const;
  const ParagraphStyle& at(StyleId id) const { return styles.at(id); }
};

/// The standard styles of all templates: body, heading1-4, cover-title, cover-text, form-number, form-title, form-line,
/// table-head, table-cell, table-group, table-total, caption, unit-line, note, contents1-3, contents-title,
/// running-head, folio, signature, quote, list.
StyleSheet standard_styles();

}  // namespace phaen::doc
