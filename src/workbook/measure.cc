// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/measure.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace phaen::workbook {
namespace {

// Readers round columns down to their own grid and draw the sheet's font a little wider than its outlines say
// (LibreOffice 7.4 sets columns 3-5 % narrower than the pixels of the file): without this, last lines are cut off.
constexpr std::int64_t kReaderMarginPermille = 1060;

using base::Length;

// A character no face of the job draws: Excel takes it from some other font; most are about this wide.
constexpr int kUnknownPermille = 600;

std::string_view without_trailing_space(std::string_view piece) {
  while (!piece.empty() && (piece.back() == ' ' || piece.back() == '\n')) piece.remove_suffix(1);
  return piece;
}

}  // namespace

// Sizes above 127.5 pt share a key, which no sheet has.
std::uint64_t measure_key(TextId id, Type type, int width) {
  const auto half_points = static_cast<std::uint64_t>(std::clamp<std::int64_t>(type.size.units() / 512, 0, 255));
  const std::uint64_t style = (half_points << 2) | (type.bold ? 2U : 0U) | (type.italic ? 1U : 0U);
  return (std::uint64_t{id} << 32) | (style << 16) | static_cast<std::uint64_t>(std::clamp(width, 0, 0xFFFF));
}

int to_pixels(Length length) {
  const std::int64_t scaled = length.units() * 96;
  constexpr std::int64_t kDivisor = std::int64_t{1024} * 72;
  return static_cast<int>((scaled + kDivisor - 1) / kDivisor);
}

Length to_length(std::int64_t pixels) { return Length::raw(pixels * 1024 * 72 / 96); }

Ruler::Ruler(text::FontBook& fonts, const text::Breaker& breaker, std::string family, SheetFont sheet_font)
    : fonts_(fonts), breaker_(breaker), family_(std::move(family)), sheet_font_(std::move(sheet_font)) {}

text::FaceId Ruler::face(Type type) {
  auto& found = faces_[(type.bold ? 2 : 0) + (type.italic ? 1 : 0)];
  if (!found) found = fonts_.find_face(family_, type.bold, type.italic);
  if (!found) found = fonts_.find_face(family_, type.bold, false);
  if (!found) found = fonts_.find_face(family_, false, false);
  if (!found) found = text::FaceId{0};
  return *found;
}

Length Ruler::advance(std::string_view piece, text::FaceId face, Length size) {
  Length total;
  std::string run;
  text::FaceId run_face = face;
  const auto flush = [&] {
    if (run.empty()) return;
    std::int64_t units = 0;
    for (const text::GlyphRef glyph : fonts_.shape(run_face, run)) units += fonts_.advance(run_face, glyph);
    const Length real = Length::raw(size.units() * fonts_.metrics(run_face).scale_permille / 1000);
    total += fonts_.width(run_face, units, real);
    run.clear();
  };
  for (std::size_t at = 0; at < piece.size();) {
    const auto decoded = base::utf8::decode(piece, at);
    std::optional<text::FaceId> drawn = face;
    if (!fonts_.covers(face, decoded.character)) drawn = fonts_.fallback_face(face, decoded.character);
    if (!drawn || *drawn != run_face) flush();
    if (drawn) {
      run_face = *drawn;
      run.append(piece.substr(at, decoded.length));
    } else {
      total += Length::raw(size.units() * kUnknownPermille / 1000);
    }
    at += decoded.length;
  }
  flush();
  return Length::raw(total.units() * kReaderMarginPermille / 1000);
}

int Ruler::natural_width(TextId id, std::string_view text, Type type) {
  const auto [known, is_new] = natural_.try_emplace(measure_key(id, type, 0), 0);
  if (!is_new) return known->second;
  const text::FaceId drawn = face(type);
  const Length space = advance(" ", drawn, type.size);
  Length widest, line;
  // Words between spaces are what texts have in common, so they are what the font book should remember.
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    line += advance(text.substr(begin, end - begin), drawn, type.size);
    widest = std::max(widest, line);
    if (end < text.size()) line = text[end] == '\n' ? Length{} : line + space;
    begin = end + 1;
  }
  known->second = to_pixels(widest);
  return known->second;
}

Length Ruler::character_advance(char32_t character, text::FaceId drawn, Length size) {
  const std::uint64_t key = (static_cast<std::uint64_t>(size.units()) << 32) | (std::uint64_t{drawn} << 24) | character;
  const auto [known, is_new] = characters_.try_emplace(key);
  if (is_new) known->second = advance(base::utf8::encode(character), drawn, size);
  return known->second;
}

int Ruler::figure_width(std::string_view text, Type type) {
  const text::FaceId drawn = face(type);
  Length width;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = base::utf8::decode(text, at);
    width += character_advance(decoded.character, drawn, type.size);
    at += decoded.length;
  }
  return to_pixels(width);
}

int Ruler::minimum_width(std::string_view text, Type type) {
  const text::FaceId drawn = face(type);
  const std::vector<text::Break> breaks = breaker_.find(text);
  Length widest;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (breaks[at] < text::Break::Poor && at < text.size()) continue;
    widest = std::max(widest, advance(without_trailing_space(text.substr(begin, at - begin)), drawn, type.size));
    begin = at;
  }
  return to_pixels(widest);
}

int Ruler::count_lines(std::string_view text, Type type, int width) {
  const text::FaceId drawn = face(type);
  const Length measure = to_length(std::max(width, 1));
  const std::vector<text::Break> breaks = breaker_.find(text);
  std::int64_t count = 1;
  Length used;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    const bool mandatory = breaks[at] == text::Break::Mandatory;
    if (breaks[at] < text::Break::Poor && at < text.size()) continue;
    const std::string_view piece = text.substr(begin, at - begin);
    const std::string_view ink = without_trailing_space(piece);
    const Length length = advance(ink, drawn, type.size);
    if (used > Length{} && used + length > measure) {
      ++count;
      used = Length{};
    }
    used += length;
    // A word wider than the cell is cut wherever the cell ends.
    while (used > measure) {
      ++count;
      used -= measure;
    }
    const auto spaces = static_cast<std::int64_t>(piece.size() - ink.size() - (mandatory && at < text.size() ? 1 : 0));
    if (spaces > 0) used += spaces * advance(" ", drawn, type.size);
    if (mandatory && at < text.size()) {
      ++count;
      used = Length{};
    }
    begin = at;
  }
  // Excel shows the empty line after a line end.
  return static_cast<int>(count) + (text.ends_with('\n') ? 1 : 0);
}

// Word by word, and no further than the line goes.
bool Ruler::fits(std::string_view line, Type type, int width) {
  const text::FaceId drawn = face(type);
  const Length space = advance(" ", drawn, type.size);
  Length used;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    used += advance(line.substr(begin, end - begin), drawn, type.size);
    if (to_pixels(used) > width) return false;
    used += space;
    begin = end + 1;
  }
  return true;
}

int Ruler::lines(std::string_view text, Type type, int width) {
  const bool one_paragraph = text.find('\n') == std::string_view::npos;
  return one_paragraph && fits(text, type, width) ? 1 : count_lines(text, type, width);
}

int Ruler::pitch(Length size) const { return to_pixels(Length::raw(size.units() * sheet_font_.pitch_permille / 1000)); }

}  // namespace phaen::workbook
