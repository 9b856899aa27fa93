// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/set_box.h"

#include <algorithm>

namespace phaen::diagram {
namespace {

using base::Length;

constexpr std::size_t kWholeLines = 4;
constexpr Length kColumnGap = Length::pt(14), kChevronTip = Length::pt(16);

class LineMaker {
 public:
  LineMaker(Length width, const BoxType& type) : width_(width), type_(type) {
    em_ = text_width("กก", {type.size, false, {}, {}}, type.setting.typeface, type.setting.setter);
  }

  void add(const BoxText& text) {
    TextStyle style{type_.size, text.bold, text.colour.value_or(base::Colour{}), text.align};
    Length left = em_ * text.indent;
    TextBlock marker;
    Length hang;
    if (!text.marker.empty()) {
      hang =
          std::max(em_ * 12 / 10, text_width(text.marker + " ", style, type_.setting.typeface, type_.setting.setter));
      marker = set_text(text.marker, hang, style, type_.setting.typeface, type_.setting.setter);
    }
    TextBlock block = set_text(text.pieces, width_ - left - hang, style, type_.setting.typeface, type_.setting.setter);
    const bool marked = !marker.lines.empty();
    // A name of a few lines is not cut: it goes to the next page whole.
    const std::size_t count = block.lines.size();
    const bool whole = count <= kWholeLines;
    for (std::size_t i = 0; i < count; ++i) {
      BoxLine line;
      line.height = block.leading;
      line.paragraph = paragraph_;
      line.keeps_next = text.bold || (whole && i + 1 < count);
      if (i == 0 && marked) line.parts.push_back({left, marker});
      TextBlock one{{std::move(block.lines[i])}, {block.joins_next[i]}, block.leading, block.width, false};
      line.parts.push_back({left + hang, std::move(one)});
      lines_.push_back(std::move(line));
    }
    ++paragraph_;
  }
  std::vector<BoxLine> take() { return std::move(lines_); }
  std::size_t paragraph() const { return paragraph_; }

 private:
  Length width_, em_;
  const BoxType& type_;
  std::size_t paragraph_ = 0;
  std::vector<BoxLine> lines_;
};

/// Labels, figures and units below each other, together at the right: in a box too narrow for one line the label stands
/// above its figure.
std::vector<BoxLine> set_sums(const GridBox& box, Length width, const BoxType& type, std::size_t paragraph) {
  const TextStyle bold{type.size, true, {}, line::Align::Left};
  const TextStyle right{type.size, true, {}, line::Align::Right};
  const auto wide = [&](const std::string& text) {
    return text_width(text, bold, type.setting.typeface, type.setting.setter);
  };
  const auto set = [&](const std::string& text, Length measure, const TextStyle& style, base::OriginId origin) {
    return set_text(std::vector<TextPiece>{{text, true, origin, 0, {}}}, measure, style, type.setting.typeface,
                    type.setting.setter);
  };
  Length label, figure, unit;
  const Length gap = Length::pt(5);
  for (const BoxSum& sum : box.sums) {
    label = std::max(label, wide(sum.label));
    figure = std::max(figure, wide(sum.figure));
    unit = std::max(unit, wide(sum.unit));
  }
  const Length unit_x = width - unit, figure_x = unit_x - gap - figure;
  const bool one_line = label + gap <= figure_x;
  // A little more than the ink: rounding must not break a line that was measured to fit.
  const Length slack = Length::pt(1);
  std::vector<BoxLine> lines;
  for (const BoxSum& sum : box.sums) {
    BoxLine line;
    line.paragraph = paragraph++;
    line.height = leading(bold, type.setting.typeface, type.setting.setter.fonts);
    if (one_line) {
      line.parts.push_back({figure_x - gap - label, set(sum.label, label + slack, bold, base::kNoOrigin)});
    } else {
      BoxText above;
      above.pieces = {{sum.label, true, base::kNoOrigin, 0, {}}};
      LineMaker maker(width, type);
      maker.add(above);
      for (BoxLine& upper : maker.take()) {
        upper.paragraph = line.paragraph;
        lines.push_back(std::move(upper));
      }
    }
    line.parts.push_back({figure_x - slack, set(sum.figure, figure + slack, right, sum.origin)});
    line.parts.push_back({unit_x, set(sum.unit, unit + slack, bold, base::kNoOrigin)});
    lines.push_back(std::move(line));
  }
  return lines;
}

Length text_width_of(const GridBox& box, Length width) {
  const Length inner = width - side_padding(box) * 2;
  const auto columns = static_cast<std::int64_t>(std::max<std::size_t>(box.text_columns, 1));
  return (inner - kColumnGap * (columns - 1)) / columns;
}

}  // namespace

Length side_padding(const GridBox& box) {
  return box.shape == BoxShape::Chevron ? kChevronTip + kPadding / 2 : kPadding;
}

BoxLines set_box(const GridBox& box, Length width, const BoxType& type) {
  const Length inner = text_width_of(box, width);
  LineMaker maker(inner, type);
  for (const BoxText& text : box.body) maker.add(text);
  const std::size_t paragraphs = maker.paragraph();
  BoxLines lines{maker.take(), set_sums(box, inner, type, paragraphs)};
  if (box.text_columns > 1) {
    std::move(lines.sums.begin(), lines.sums.end(), std::back_inserter(lines.body));
    lines.sums.clear();
  }
  return lines;
}

std::vector<BoxLine> set_continued(const GridBox& box, Length width, const BoxType& type) {
  if (box.continued.empty()) return {};
  // Two lines at most: on each page a heading leaves room for what it heads.
  const TextStyle style{type.size, true, {}, line::Align::Left};
  const TextBlock block =
      set_text(box.continued, text_width_of(box, width), style, type.setting.typeface, type.setting.setter, 2);
  BoxLine heading;
  heading.height = block.height();
  heading.parts = {{Length(), block}};
  return {heading};
}

Length height_of(const std::vector<BoxLine>& lines) {
  Length height;
  for (const BoxLine& line : lines) height += line.height;
  return height;
}

std::size_t lines_that_fit(const std::vector<BoxLine>& lines, std::size_t first, std::size_t columns, Length height) {
  std::size_t next = first;
  for (std::size_t column = 0; column < columns; ++column) {
    Length used;
    while (next < lines.size() && used + lines[next].height <= height) used += lines[next++].height;
  }
  std::size_t kept = next;
  while (next < lines.size() && kept > first && lines[kept - 1].keeps_next) --kept;
  return (kept > first ? kept : next) - first;
}

Length column_height(const std::vector<BoxLine>& lines, std::size_t first, std::size_t columns) {
  Length sum;
  for (std::size_t i = first; i < lines.size(); ++i) sum += lines[i].height;
  Length height = sum / static_cast<std::int64_t>(std::max<std::size_t>(columns, 1));
  while (lines_that_fit(lines, first, columns, height) < lines.size() - first) height += Length::pt(1);
  return height;
}

}  // namespace phaen::diagram
