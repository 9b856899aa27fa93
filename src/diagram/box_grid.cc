// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/box_grid.h"

#include <algorithm>
#include <map>

#include "diagram/box_columns.h"
#include "diagram/set_box.h"

namespace phaen::diagram {
namespace {

using base::Length;
using base::Point;
using base::Rect;

constexpr Length kLabelWidth = Length::pt(98), kLabelGap = Length::pt(18), kLabelPadding = Length::pt(4);
constexpr Length kRowGap = Length::pt(16), kSupportGap = Length::pt(9), kGridGap = Length::pt(16);
constexpr Length kRadius = Length::pt(8), kStroke = Length::pt(1), kHead = Length::pt(6);
constexpr Length kTallRow = Length::pt(200);
constexpr base::Colour kBlack{};

/// A box on its way over the pages.
struct OpenBox {
  const GridBox* box = nullptr;
  Length left, width;
  BoxLines lines;
  std::vector<BoxLine> continued;
  std::size_t next = 0;
  bool done = false;
  bool parted = false;                      ///< what it belongs to stands on a page before
  std::map<std::size_t, page::TagId> tags;  ///< by paragraph

  bool is_headed() const { return next > 0 || parted; }
  Length head() const { return is_headed() ? height_of(continued) : Length(); }
  Length rest() const {
    return column_height(lines.body, next, box->text_columns) + height_of(lines.sums) + head() + kPadding * 2;
  }
};

struct PlacedBox {
  std::size_t first_column = 0, last_column = 0;
  Rect area;
};

/// The row above on the same page, for arrows.
struct RowAbove {
  std::vector<PlacedBox> boxes;
  std::optional<Rect> label;
};

class GridDrawer {
 public:
  GridDrawer(Drawing& drawing, const FrameText& text, const FrameSetting& setting, Length size)
      : drawing_(drawing), text_(text), setting_(setting), type_{size, setting} {
    new_page();
  }

  void draw(const BoxGrid& grid, bool labels) {
    const Length shift = labels ? kLabelWidth + kLabelGap : Length();
    content_x_ = framed_.body.x + shift;
    content_width_ = framed_.body.width - shift;
    for (const BoxGrid& part : split_columns(grid, content_width_)) draw_part(part);
  }

 private:
  void draw_part(const BoxGrid& grid);
  void draw_row(const BoxGrid& grid, std::size_t index);
  std::vector<OpenBox> open_row(const GridRow& row) const;
  TextBlock label_block(const std::string& label, bool bold) const;
  Length label_height(const GridRow& row) const;
  Length least_height(const GridRow& row) const;
  void place(const GridRow& row, std::vector<OpenBox>& boxes, Rect area, const BoxGrid& grid, bool first);
  void place_box(OpenBox& open, const Rect& area);
  void place_lines(OpenBox& open, const std::vector<BoxLine>& lines, std::size_t first, std::size_t count, Point at);
  std::optional<Rect> place_label(const GridRow& row, const Rect& area, bool first);
  void join(const RowAbove& above, const RowAbove& row, const BoxGrid& grid);
  void arrow(Point from, Point to);
  void new_page() {
    framed_ = begin_page(drawing_, text_, setting_, !drawing_.pages.empty() && begun_);
    begun_ = true;
    y_ = framed_.body.y;
    fresh_ = true;
    above_ = {};
  }
  Canvas canvas() { return Canvas(drawing_.pages[framed_.page], framed_.figure); }
  Length line_height() const { return leading({type_.size, false, {}, {}}, setting_.typeface, setting_.setter.fonts); }

  Drawing& drawing_;
  const FrameText& text_;
  const FrameSetting& setting_;
  BoxType type_;
  FramedPage framed_;
  bool begun_ = false, fresh_ = true;
  Length y_, content_x_, content_width_;
  std::vector<Length> widths_;
  RowAbove above_;
};

void GridDrawer::draw_part(const BoxGrid& grid) {
  widths_ = balanced_widths(grid, content_width_, type_);
  above_ = {};
  if (!fresh_) y_ += kGridGap;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) draw_row(grid, i);
}

std::vector<OpenBox> GridDrawer::open_row(const GridRow& row) const {
  std::vector<OpenBox> boxes;
  for (const GridBox& box : row.boxes) {
    OpenBox open;
    open.box = &box;
    open.left = content_x_ + box_left(box, widths_);
    open.width = box_width(box, widths_);
    open.lines = set_box(box, open.width, type_);
    open.continued = set_continued(box, open.width, type_);
    boxes.push_back(std::move(open));
  }
  return boxes;
}

TextBlock GridDrawer::label_block(const std::string& label, bool bold) const {
  const TextStyle style{type_.size, bold, {}, bold ? line::Align::Centre : line::Align::Left};
  return set_text(label, kLabelWidth - kLabelPadding * 2, style, setting_.typeface, setting_.setter);
}

Length GridDrawer::label_height(const GridRow& row) const {
  if (row.label.empty()) return {};
  Length height = label_block(row.label, true).height() + kPadding * 2;
  for (const std::string& note : row.label_notes) height += label_block(note, false).height();
  return height;
}

// What must follow a row that keeps its next: five lines, or all of it when it is shorter.
Length GridDrawer::least_height(const GridRow& row) const {
  Length most;
  for (const OpenBox& open : open_row(row)) most = std::max(most, open.rest());
  return std::min(most, kPadding * 2 + line_height() * 5) + kRowGap;
}

void GridDrawer::draw_row(const BoxGrid& grid, std::size_t index) {
  const GridRow& row = grid.rows[index];
  std::vector<OpenBox> boxes = open_row(row);
  const bool keeps = row.keeps_next && index + 1 < grid.rows.size();
  const Length next = keeps ? least_height(grid.rows[index + 1]) : Length();
  bool first = true;
  for (;;) {
    const Length gap = fresh_ || index == 0 ? Length() : row.supporting ? kSupportGap : kRowGap;
    const Length available = framed_.body.bottom() - y_ - gap;
    Length need = first ? label_height(row) : Length();
    for (const OpenBox& open : boxes)
      if (!open.done) need = std::max(need, open.rest());
    const bool fits = need + next <= available;
    // A short row goes whole to the next page; a tall one fills this page first.
    const bool worth = need > framed_.body.height / 3 && available >= kPadding * 2 + line_height() * 6;
    if (!fits && !fresh_ && !worth) {
      new_page();
      for (OpenBox& open : boxes) open.parted = index > 0 && !row.supporting;
      continue;
    }
    const Rect area{content_x_, y_ + gap, content_width_, std::min(need, available)};
    place(row, boxes, area, grid, first);
    first = false;
    y_ = area.bottom();
    fresh_ = false;
    if (std::all_of(boxes.begin(), boxes.end(), [](const OpenBox& open) { return open.done; })) return;
    new_page();
  }
}

void GridDrawer::place(const GridRow& row, std::vector<OpenBox>& boxes, Rect area, const BoxGrid& grid, bool first) {
  RowAbove placed;
  placed.label = place_label(row, area, first);
  for (OpenBox& open : boxes) {
    if (open.done) continue;
    const Length own = open.box->own_height ? std::min(open.rest(), area.height) : area.height;
    const Rect box{open.left, area.y, open.width, own};
    place_box(open, box);
    placed.boxes.push_back({open.box->first_column, open.box->last_column, box});
  }
  if (first && !row.supporting && grid.arrows != Arrows::None) join(above_, placed, grid);
  above_ = std::move(placed);
}

void GridDrawer::place_box(OpenBox& open, const Rect& area) {
  Canvas draw = canvas();
  const GridBox& box = *open.box;
  if (box.shape == BoxShape::Chevron)
    draw.chevron(area, Length::pt(16), box.style);
  else
    draw.box(area, kRadius, box.style);
  const Length side = side_padding(box), inner = area.width - side * 2;
  Length top = area.y + kPadding, bottom = area.bottom() - kPadding;
  if (open.is_headed()) {
    OpenBox heading;  // a heading of its own: its lines share no tag with the box's paragraphs
    place_lines(heading, open.continued, 0, open.continued.size(), {area.x + side, top});
    top += height_of(open.continued);
  }
  const Length whole = column_height(open.lines.body, open.next, box.text_columns) + height_of(open.lines.sums);
  const bool ends = top + whole <= bottom;
  if (ends) bottom -= height_of(open.lines.sums);
  if (box.shape == BoxShape::Chevron && ends) top += (bottom - top - whole) / 2;
  const auto columns = static_cast<std::int64_t>(box.text_columns);
  const Length step = (inner + Length::pt(14)) / columns;
  const Length height = ends ? column_height(open.lines.body, open.next, box.text_columns) : bottom - top;
  for (std::int64_t column = 0; column < columns; ++column) {
    std::size_t count = lines_that_fit(open.lines.body, open.next, 1, height);
    // A line higher than the page's body is set all the same: no text is lost.
    if (count == 0 && column == 0 && open.next < open.lines.body.size() && fresh_) count = 1;
    place_lines(open, open.lines.body, open.next, count, {area.x + side + step * column, top});
    open.next += count;
  }
  if (!ends) return;
  place_lines(open, open.lines.sums, 0, open.lines.sums.size(), {area.x + side, bottom});
  open.done = true;
}

void GridDrawer::place_lines(OpenBox& open, const std::vector<BoxLine>& lines, std::size_t first, std::size_t count,
                             Point at) {
  Canvas draw = canvas();
  for (std::size_t i = first; i < first + count; ++i) {
    const auto [tag, added] = open.tags.try_emplace(lines[i].paragraph, page::kRoot);
    if (added) tag->second = drawing_.add_tag(page::Role::P);
    for (const BoxLine::Part& part : lines[i].parts) draw.text(part.block, {at.x + part.x, at.y}, tag->second);
    at.y += lines[i].height;
  }
}

std::optional<Rect> GridDrawer::place_label(const GridRow& row, const Rect& area, bool first) {
  if (row.label.empty()) return {};
  Canvas draw = canvas();
  const TextBlock text = label_block(first ? row.label : row.label + " (ต่อ)", true);
  const Length need = text.height() + kPadding * 2;
  Rect box{framed_.body.x, area.y, kLabelWidth, area.height};
  if (area.height > kTallRow || !row.label_notes.empty()) box.height = std::min(area.height, need);
  if (row.supporting) box.y = area.y + (area.height - box.height) / 2;
  ShapeStyle style{kWhite, row.supporting ? page::Stroke::Dotted : page::Stroke::Solid, kStroke, kBlack};
  draw.box(box, kRadius, style);
  draw.text(text, {box.x + kLabelPadding, box.y + (box.height - text.height()) / 2}, drawing_.add_tag(page::Role::P));
  Length y = box.bottom() + kPadding;
  for (const std::string& note : row.label_notes) {
    if (!first) break;
    const TextBlock block = label_block(note, false);
    draw.text(block, {box.x + kLabelPadding, y}, drawing_.add_tag(page::Role::P));
    y += block.height();
  }
  const Length middle = box.y + box.height / 2;
  arrow({box.right(), middle}, {area.x, middle});
  return box;
}

void GridDrawer::arrow(Point from, Point to) {
  Canvas draw = canvas();
  const bool level = from.y == to.y, forward = level ? to.x > from.x : to.y > from.y;
  const Length back = forward ? -(kHead - Length::pt(1)) : kHead - Length::pt(1);
  const Point end = level ? Point{to.x + back, to.y} : Point{to.x, to.y + back};
  draw.connector({from, end}, {std::nullopt, page::Stroke::Solid, kStroke, kBlack});
  draw.arrow_head(from, to, kHead, kBlack);
}

void GridDrawer::join(const RowAbove& above, const RowAbove& row, const BoxGrid& grid) {
  const bool down = grid.arrows == Arrows::Down;
  const auto between = [&](Length x, Length upper, Length lower) {
    arrow({x, down ? upper : lower}, {x, down ? lower : upper});
  };
  for (const PlacedBox& a : above.boxes)
    for (const PlacedBox& b : row.boxes) {
      if (a.last_column < b.first_column || b.last_column < a.first_column) continue;
      const Length left = std::max(a.area.x, b.area.x), right = std::min(a.area.right(), b.area.right());
      const Length x = (left + right) / 2;
      between(x, a.area.bottom(), b.area.y);
      if (grid.arrow_label.empty()) continue;
      const TextBlock text =
          set_text(grid.arrow_label, Length::pt(80), {kSmallest, false, kGrey, {}}, setting_.typeface, setting_.setter);
      const Length middle = (a.area.bottom() + b.area.y) / 2;
      canvas().text(text, {x + Length::pt(6), middle - text.height() / 2}, drawing_.add_tag(page::Role::P));
    }
  if (above.label && row.label) between(row.label->x + row.label->width / 2, above.label->bottom(), row.label->y);
}

void draw_all(Drawing& drawing, const FrameText& text, const std::vector<BoxGrid>& grids, const FrameSetting& setting,
              Length size) {
  GridDrawer drawer(drawing, text, setting, size);
  const bool labels = std::any_of(grids.begin(), grids.end(), [](const BoxGrid& grid) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) { return !row.label.empty(); });
  });
  for (const BoxGrid& grid : grids) drawer.draw(grid, labels);
}

}  // namespace

void draw_grids(Drawing& drawing, const FrameText& text, const std::vector<BoxGrid>& grids,
                const FrameSetting& setting) {
  // Trials report nothing: what the final setting has to say is said once.
  const auto pages_at = [&](Length size) {
    base::Diagnostics unheard;
    const FrameSetting trial{setting.paper,
                             setting.orientation,
                             setting.typeface,
                             {setting.setter.fonts, setting.setter.breaker, unheard},
                             setting.inside};
    Drawing scratch;
    draw_all(scratch, text, grids, trial, size);
    return scratch.pages.size();
  };
  Length size = kSmallest;
  const std::size_t fewest = pages_at(size);
  for (const int points : {16, 15, 14, 13}) {
    if (pages_at(Length::pt(points)) > fewest) continue;
    size = Length::pt(points);
    break;
  }
  draw_all(drawing, text, grids, setting, size);
}

}  // namespace phaen::diagram
