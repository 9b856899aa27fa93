// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/chart_work.h"

#include <algorithm>

#include "diagram/diagnostics.h"

namespace phaen::diagram {

using base::Length;
using base::Point;
using base::Rect;

namespace {

// A little more than the ink: rounding must not break a line that was measured to fit.
constexpr Length kSlack = Length::pt(1);

TextStyle style_of(line::Align align) { return {kSmallest, false, kInk, align}; }

}  // namespace

ChartWork::ChartWork(const doc::Chart& drawn, const ChartRoom& given, const ChartSetting& set_with, std::size_t from)
    : chart(drawn),
      setting(set_with),
      width(std::max(given.width, kLeastChart.width)),
      height(std::max(given.height, kLeastChart.height)),
      most(std::max(given.most, kLeastChart.height)),
      first(from),
      canvas(page, set_with.tag) {
  height = std::min(height, most);
}

Length ChartWork::lead() const { return leading(style_of(line::Align::Left), setting.typeface, setting.setter.fonts); }

Length ChartWork::wide(std::string_view text) const {
  return text_width(text, style_of(line::Align::Left), setting.typeface, setting.setter) + kSlack;
}

TextBlock ChartWork::set(const doc::ChartText& text, Length across, line::Align align, std::size_t most_lines) {
  TextPiece piece;
  piece.text = text.text;
  piece.origin = text.origin;
  return set_text(std::vector<TextPiece>{piece}, across, style_of(align), setting.typeface, setting.setter, most_lines);
}

TextBlock ChartWork::set(const std::vector<doc::ChartText>& pieces, Length across, line::Align align) {
  std::vector<TextPiece> set;
  for (const doc::ChartText& piece : pieces) {
    set.emplace_back();
    set.back().text = piece.text;
    set.back().origin = piece.origin;
  }
  return set_text(set, across, style_of(align), setting.typeface, setting.setter);
}

TextBlock ChartWork::set_name(const doc::ChartText& text, Length across, line::Align align, std::size_t most_lines) {
  TextBlock block = set(text, across, align, most_lines);
  if (block.cut && !told_cut) {
    told_cut = true;
    setting.setter.diagnostics.add(diagnostics::chart_name_cut(text.text));
  }
  return block;
}

Rect ink_of(const TextBlock& block, Point at) {
  Length left = block.width, right;
  for (const line::Line& line : block.lines) {
    left = std::min(left, line.x);
    right = std::max(right, line.x + line.width);
  }
  return {at.x + left, at.y, std::max(right - left, Length()), block.height()};
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void ChartWork::put(const TextBlock& block, Point at) {
  if (block.lines.empty()) return;
  canvas.text(block, at);
  taken.push_back(ink_of(block, at));
}

void ChartWork::put_line(const doc::ChartText& text, Length x, Length y) {
  put(set(text, wide(text.text), line::Align::Left), {x, y});
}

Rect ChartWork::line_box(const doc::ChartText& text, Length x, Length y) const {
  return {x, y, wide(text.text), lead()};
}

bool ChartWork::is_free(const Rect& box) const {
  if (box.x < Length() || box.right() > width || box.y < Length()) return false;
  return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return overlap(box, other); });
}

void ChartWork::plate(const Rect& box) {
  const Length trim = box.height / 8;
  canvas.box({box.x, box.y + trim, box.width, box.height - trim * 2}, {}, filled(kWhite));
}

bool ChartWork::try_line(const doc::ChartText& text, Length x, Length y) {
  if (text.text.empty() || !is_free(line_box(text, x, y))) return false;
  put_line(text, x, y);
  return true;
}

ChartWork::Progress ChartWork::progress() const {
  return {page.paths.size(), page.lines.size(), page.runs.size(), page.glyphs.size(), taken.size()};
}

void ChartWork::take_back(const Progress& to) {
  page.paths.resize(to.paths);
  page.lines.resize(to.lines);
  page.runs.resize(to.runs);
  page.glyphs.resize(to.glyphs);
  taken.resize(to.taken);
}

std::size_t ChartWork::count(doc::SeriesRole role) const {
  return static_cast<std::size_t>(std::count_if(chart.series.begin(), chart.series.end(),
                                                [&](const doc::ChartSeries& series) { return series.role == role; }));
}

const doc::ChartText& category(const doc::Chart& chart, std::size_t index) { return chart.categories.at(index); }

const doc::ChartFigure* figure_at(const doc::ChartSeries& series, std::size_t category) {
  if (category >= series.figures.size() || !series.figures[category].number) return nullptr;
  return &series.figures[category];
}

doc::ChartText printed(const doc::ChartFigure& figure) { return {figure.text, figure.origin}; }

std::optional<Extremes> extremes(const std::vector<const doc::ChartFigure*>& figures) {
  std::optional<Extremes> found;
  for (const doc::ChartFigure* figure : figures) {
    const base::Decimal number = *figure->number;
    if (!found) found = Extremes{number, number};
    found->low = std::min(found->low, number);
    found->high = std::max(found->high, number);
  }
  return found;
}

std::vector<const doc::ChartFigure*> all_figures(const doc::Chart& chart, std::size_t first, std::size_t end) {
  std::vector<const doc::ChartFigure*> all;
  for (const doc::ChartSeries& series : chart.series)
    for (std::size_t i = first; i < end; ++i)
      if (const doc::ChartFigure* figure = figure_at(series, i)) all.push_back(figure);
  return all;
}

// --- legend ----------------------------------------------------------------------------------------------------------

namespace {

constexpr Length kSwatchWidth = Length::pt(18), kSwatchGap = Length::pt(4), kEntryGap = Length::pt(14);

}  // namespace

Legend set_legend(ChartWork& work, std::size_t most_lines, Length most_height) {
  Legend legend;
  const doc::Chart& chart = work.chart;
  if (chart.series.size() < 2) return legend;
  Length x, row;
  std::size_t looks[3] = {};
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const doc::ChartText& name = chart.series[s].name;
    const Length room = std::min(work.wide(name.text), work.width - kSwatchWidth - kSwatchGap);
    const Length whole = kSwatchWidth + kSwatchGap + room;
    if (x > Length() && x + whole > work.width) {
      legend.height += row;
      x = row = Length();
    }
    TextBlock block = work.set_name(name, room, line::Align::Left, most_lines);
    if (legend.height + block.height() > most_height) break;
    row = std::max({row, block.height(), work.lead()});
    legend.entries.push_back(
        {s, looks[static_cast<std::size_t>(chart.series[s].role)]++, {x, legend.height}, std::move(block)});
    x += whole + kEntryGap;
  }
  legend.height += row;
  return legend;
}

void draw_legend(ChartWork& work, const Legend& legend, Swatch swatch, Length y) {
  constexpr Length kHigh = Length::pt(7);
  for (const Legend::Entry& entry : legend.entries) {
    const doc::SeriesRole role = work.chart.series[entry.series].role;
    const Length top = y + entry.at.y, middle = top + work.lead() / 2;
    const Length left = entry.at.x, right = entry.at.x + kSwatchWidth;
    const Rect area{left, middle - kHigh / 2, kSwatchWidth, kHigh};
    if (role == doc::SeriesRole::Target) {
      work.canvas.connector({{left, middle}, {right, middle}}, target_style());
    } else if (role == doc::SeriesRole::Band) {
      ShapeStyle style = filled(doc::band_grey(entry.look, work.count(role)));
      style.stroke = page::Stroke::Solid;
      style.colour = kGrey;
      style.thickness = Length::pt(0.4);
      work.canvas.box(area, {}, style);
    } else if (swatch == Swatch::Line) {
      const doc::SeriesLook look = doc::series_look(entry.look);
      work.canvas.connector({{left, middle}, {right, middle}}, line_style(look));
      draw_marker(work.canvas, {(left + right) / 2, middle}, look);
    } else {
      draw_area(work.canvas, area, doc::series_look(entry.look));
    }
    work.put(entry.name, {right + kSwatchGap, top});
  }
}

ChartHead set_head(ChartWork& work, std::size_t most_lines, Length most_height) {
  ChartHead head;
  head.title = work.set(work.chart.value_title, work.width, line::Align::Left);
  head.legend = set_legend(work, most_lines, most_height - head.title.height());
  head.height = head.title.height() + head.legend.height;
  if (head.legend.height > Length()) head.height += kChartGap;
  return head;
}

void draw_head(ChartWork& work, const ChartHead& head, Swatch swatch) {
  draw_legend(work, head.legend, swatch, {});
  work.put(head.title, {Length(), head.height - head.title.height()});
}

// --- rows ------------------------------------------------------------------------------------------------------------

ChartRows set_rows(ChartWork& work, Length least, Length available) {
  ChartRows rows;
  Length natural;
  for (std::size_t i = work.first; i < work.chart.categories.size(); ++i)
    natural = std::max(natural, work.wide(category(work.chart, i).text));
  rows.label_width = std::min(natural, work.width * 2 / 5);
  const auto lines = static_cast<std::size_t>(std::max<std::int64_t>(1, available.units() / work.lead().units()));
  rows.end = work.first;
  for (std::size_t i = work.first; i < work.chart.categories.size(); ++i) {
    TextBlock label = work.set_name(category(work.chart, i), rows.label_width, line::Align::Left, lines);
    const Length height = std::max(label.height() + kChartGap, least);
    if (i > work.first && rows.height + height > available) break;
    rows.labels.push_back(std::move(label));
    rows.heights.push_back(height);
    rows.height += height;
    ++rows.end;
  }
  return rows;
}

}  // namespace phaen::diagram
