// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/matrix.h"

#include <algorithm>
#include <optional>

#include "base/format.h"
#include "diagram/map_text.h"

namespace phaen::diagram {
namespace {

using base::format;
using base::Length;
using base::Rect;

constexpr Length kNarrowest = Length::pt(28), kWidest = Length::pt(60), kCount = Length::pt(36),
                 kRemark = Length::pt(72), kPad = Length::pt(2), kHair = Length::pt(0.5);
constexpr base::Colour kRule{0xb5, 0xb5, 0xb5};
const TextStyle kCell{kSmallest, false, {}, line::Align::Left};
const TextStyle kMiddle{kSmallest, false, {}, line::Align::Centre};
const TextStyle kHead{kSmallest, true, {}, line::Align::Centre};

struct Counts {
  std::size_t primary = 0, secondary = 0;
  void add(doc::Mark mark) {
    primary += mark == doc::Mark::Primary;
    secondary += mark == doc::Mark::Secondary;
  }
  std::size_t total() const { return primary + secondary; }
};

/// The columns on one run of pages.
struct Slice {
  std::size_t first = 0, end = 0;
  Length name_x, name_width, mark_x, mark_width, count_x, remark_x;
};

/// Each project with the indicators it answers.
std::string describe(const doc::Matrix& matrix) {
  std::string text = format("ตาราง {} โครงการ {} ตัวชี้วัด.", matrix.rows.size(), matrix.columns.size());
  for (const doc::MatrixRow& row : matrix.rows) {
    std::string answers;
    for (std::size_t i = 0; i < row.marks.size() && i < matrix.columns.size(); ++i)
      if (row.marks[i] != doc::Mark::None)
        answers += format("{}{}{}", answers.empty() ? "" : ", ", matrix.columns[i].code,
                          row.marks[i] == doc::Mark::Secondary ? " (รอง)" : "");
    text += format(" {} {} → {};", row.code, row.name.text, answers.empty() ? "ไม่มีตัวชี้วัด" : answers);
  }
  return text;
}

class MatrixDrawer {
 public:
  MatrixDrawer(Drawing& drawing, const doc::Matrix& matrix, const FrameSetting& setting)
      : drawing_(drawing), matrix_(matrix), setting_(setting) {
    text_ = frame_text(matrix.words, describe(matrix));
    text_.notes.insert(text_.notes.begin(), "● ตอบสนองหลัก   ○ ตอบสนองรอง   (ช่องรวม: จำนวน ● / จำนวน ○ ของทั้งแผนผัง)");
    new_page();
  }
  void draw() {
    const std::vector<Slice> slices = slice();
    for (std::size_t i = 0; i < slices.size(); ++i) {
      slice_ = slices[i];
      if (i > 0) new_page();
      draw_slice();
    }
  }

 private:
  std::vector<Slice> slice() const;
  void draw_slice();
  void draw_head();
  void draw_row(const doc::MatrixRow& row);
  void draw_foot();
  void draw_key();
  void mark(doc::Mark mark, base::Point centre);
  void cell(const TextBlock& block, Length x, Length height);
  void rules(Length top, Length height);
  TextBlock set(const std::string& words, Length width, const TextStyle& style) const {
    return set_text(words, width - kPad * 2, style, setting_.typeface, setting_.setter);
  }
  TextBlock remark(const std::string& words) const {
    TextStyle style{kSmallest, true, kAlarm, line::Align::Left};
    return set(words, kRemark, style);
  }
  void new_page() {
    framed_ = begin_page(drawing_, text_, setting_, begun_);
    begun_ = true;
    y_ = framed_.body.y;
  }
  Canvas canvas() { return Canvas(drawing_.pages[framed_.page], framed_.figure); }
  /// Goes to a new page, headed again, when `height` does not fit.
  void make_room(Length height) {
    if (y_ + height <= framed_.body.bottom()) return;
    new_page();
    draw_head();
  }

  Drawing& drawing_;
  const doc::Matrix& matrix_;
  const FrameSetting& setting_;
  FrameText text_;
  FramedPage framed_;
  Slice slice_;
  Length y_;
  bool begun_ = false;
};

std::vector<Slice> MatrixDrawer::slice() const {
  const Rect& body = framed_.body;
  const Length names = body.width * 26 / 100, room = body.width - names - kCount - kRemark;
  Length narrowest = kNarrowest;
  for (const doc::MatrixColumn& column : matrix_.columns)
    narrowest =
        std::max(narrowest, text_width(column.code, kHead, setting_.typeface, setting_.setter) + kPad * 2 + kPad);
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(room.units() / narrowest.units(), 1));
  const std::size_t parts = (matrix_.columns.size() + most - 1) / most;
  std::vector<Slice> slices;
  for (std::size_t part = 0; part < parts; ++part) {
    Slice one;
    one.first = matrix_.columns.size() * part / parts;
    one.end = matrix_.columns.size() * (part + 1) / parts;
    const auto count = static_cast<std::int64_t>(one.end - one.first);
    one.mark_width = std::min(kWidest, room / count);
    one.name_x = body.x;
    one.name_width = body.width - kCount - kRemark - one.mark_width * count;
    one.mark_x = one.name_x + one.name_width;
    one.count_x = one.mark_x + one.mark_width * count;
    one.remark_x = one.count_x + kCount;
    slices.push_back(one);
  }
  return slices;
}

void MatrixDrawer::cell(const TextBlock& block, Length x, Length height) {
  if (block.lines.empty()) return;
  canvas().text(block, {x + kPad, y_ + (height - block.height()) / 2}, drawing_.add_tag(page::Role::P));
}

void MatrixDrawer::rules(Length top, Length height) {
  page::Page& page = drawing_.pages[framed_.page];
  const auto add = [&](Length x) { page.rules.push_back({{x, top}, {x, top + height}, kHair, kRule, {}}); };
  add(slice_.name_x);
  for (std::size_t i = 0; i <= slice_.end - slice_.first; ++i)
    add(slice_.mark_x + slice_.mark_width * static_cast<std::int64_t>(i));
  add(slice_.remark_x);
  add(slice_.remark_x + kRemark);
  for (const Length y : {top, top + height})
    page.rules.push_back({{slice_.name_x, y}, {slice_.remark_x + kRemark, y}, kHair, kRule, {}});
}

void MatrixDrawer::draw_head() {
  const Length height = leading(kHead, setting_.typeface, setting_.setter.fonts) * 2 + kPad * 2;
  page::Page& page = drawing_.pages[framed_.page];
  page.fills.push_back({{slice_.name_x, y_, framed_.body.width, height}, kPaleGrey});
  cell(set("โครงการ", slice_.name_width, kHead), slice_.name_x, height);
  for (std::size_t i = slice_.first; i < slice_.end; ++i) {
    const doc::MatrixColumn& column = matrix_.columns[i];
    const Length x = slice_.mark_x + slice_.mark_width * static_cast<std::int64_t>(i - slice_.first);
    page.fills.push_back({{x, y_, slice_.mark_width, height}, issue_look(column.group).tint});
    TextStyle style = kHead;
    style.colour = issue_look(column.group).strong;
    cell(set(column.code, slice_.mark_width, style), x, height);
  }
  cell(set("รวม", kCount, kHead), slice_.count_x, height);
  cell(set("ข้อสังเกต", kRemark, kHead), slice_.remark_x, height);
  rules(y_, height);
  y_ += height;
}

void MatrixDrawer::mark(doc::Mark mark, base::Point centre) {
  if (mark == doc::Mark::None) return;
  // Characters, so that the picture reads back: the disc is drawn by the face itself.
  const TextBlock block =
      set_text(mark == doc::Mark::Primary ? "●" : "○", slice_.mark_width, kMiddle, setting_.typeface, setting_.setter);
  canvas().text(block, {centre.x - slice_.mark_width / 2, centre.y - block.height() / 2},
                drawing_.add_tag(page::Role::P));
}

void MatrixDrawer::draw_row(const doc::MatrixRow& row) {
  const TextBlock name = set_text(std::vector<TextPiece>{bold_piece(row.code + " "), to_piece(row.name, drawing_)},
                                  slice_.name_width - kPad * 2, kCell, setting_.typeface, setting_.setter);
  Counts counts;
  for (const doc::Mark one : row.marks) counts.add(one);
  const TextBlock note = remark(counts.total() == 0 ? "ไม่มีตัวชี้วัด" : "");
  const Length height = std::max(name.height(), note.height()) + kPad * 2;
  make_room(height);
  if (counts.total() == 0)
    drawing_.pages[framed_.page].fills.push_back({{slice_.name_x, y_, framed_.body.width, height}, {0xfd, 0xf0, 0xf0}});
  cell(name, slice_.name_x, height);
  for (std::size_t i = slice_.first; i < slice_.end; ++i) {
    const Length x = slice_.mark_x + slice_.mark_width * static_cast<std::int64_t>(i - slice_.first);
    mark(row.marks.at(i), {x + slice_.mark_width / 2, y_ + height / 2});
  }
  cell(set(format("{}/{}", counts.primary, counts.secondary), kCount, kMiddle), slice_.count_x, height);
  cell(note, slice_.remark_x, height);
  rules(y_, height);
  y_ += height;
}

// Counts down the columns, then what a column lacks.
void MatrixDrawer::draw_foot() {
  std::vector<Counts> counts(matrix_.columns.size());
  std::size_t gaps = 0;
  Counts all;
  for (const doc::MatrixRow& row : matrix_.rows)
    for (std::size_t i = 0; i < row.marks.size(); ++i) {
      counts[i].add(row.marks[i]);
      all.add(row.marks[i]);
    }
  for (const Counts& one : counts) gaps += one.total() == 0;
  const TextBlock note = remark(gaps > 0 ? format("{} ตัวชี้วัดไม่มีโครงการรองรับ", gaps) : "");
  const Length height = std::max(leading(kCell, setting_.typeface, setting_.setter.fonts), note.height()) + kPad * 2;
  make_room(height);
  page::Page& page = drawing_.pages[framed_.page];
  page.fills.push_back({{slice_.name_x, y_, framed_.body.width, height}, kPaleGrey});
  TextStyle bold = kCell;
  bold.bold = true;
  cell(set("รวมโครงการที่ตอบสนอง (● / ○)", slice_.name_width, bold), slice_.name_x, height);
  for (std::size_t i = slice_.first; i < slice_.end; ++i) {
    const Length x = slice_.mark_x + slice_.mark_width * static_cast<std::int64_t>(i - slice_.first);
    TextStyle style = kHead;
    if (counts[i].total() == 0) {
      style.colour = kAlarm;
      page.fills.push_back({{x, y_, slice_.mark_width, height}, {0xfb, 0xdc, 0xdc}});
    }
    cell(set(format("{}/{}", counts[i].primary, counts[i].secondary), slice_.mark_width, style), x, height);
  }
  cell(set(format("{}/{}", all.primary, all.secondary), kCount, kHead), slice_.count_x, height);
  cell(note, slice_.remark_x, height);
  rules(y_, height);
  y_ += height;
}

// The names of the indicators in three columns, those without a project in the alarm colour.
void MatrixDrawer::draw_key() {
  std::vector<bool> served(matrix_.columns.size(), false);
  for (const doc::MatrixRow& row : matrix_.rows)
    for (std::size_t i = 0; i < row.marks.size(); ++i)
      if (row.marks[i] != doc::Mark::None) served[i] = true;
  constexpr std::int64_t kKeys = 3;
  const Length gap = Length::pt(12), width = (framed_.body.width - gap * (kKeys - 1)) / kKeys;
  y_ += Length::pt(8);
  for (std::size_t first = slice_.first; first < slice_.end; first += kKeys) {
    std::vector<TextBlock> blocks;
    Length height;
    for (std::size_t i = first; i < std::min(slice_.end, first + kKeys); ++i) {
      const doc::MatrixColumn& column = matrix_.columns[i];
      TextPiece code = bold_piece(column.code + " ");
      code.colour = issue_look(column.group).strong;
      std::vector<TextPiece> pieces{code, to_piece(column.name, drawing_)};
      if (!served[i]) {
        pieces.push_back(bold_piece(" – ไม่มีโครงการรองรับ"));
        pieces.back().colour = kAlarm;
      }
      blocks.push_back(set_text(pieces, width, kCell, setting_.typeface, setting_.setter));
      height = std::max(height, blocks.back().height());
    }
    if (y_ + height > framed_.body.bottom()) new_page();
    for (std::size_t i = 0; i < blocks.size(); ++i)
      canvas().text(blocks[i], {framed_.body.x + (width + gap) * static_cast<std::int64_t>(i), y_},
                    drawing_.add_tag(page::Role::P));
    y_ += height + Length::pt(1);
  }
}

void MatrixDrawer::draw_slice() {
  draw_head();
  std::optional<std::uint16_t> group;
  bool first = true;
  for (const doc::MatrixRow& row : matrix_.rows) {
    if (first || row.group != group) {
      group = row.group;
      first = false;
      TextStyle style{kSmallest, true, kWhite, line::Align::Left};
      const bool known = group && *group < matrix_.groups.size();
      std::vector<TextPiece> pieces{plain_piece(known ? format("{}. ", *group + 1) : "โครงการที่ไม่อยู่ใต้ประเด็นใด")};
      if (known) pieces.push_back(to_piece(matrix_.groups[*group], drawing_));
      const TextBlock block =
          set_text(pieces, framed_.body.width - kPad * 2, style, setting_.typeface, setting_.setter);
      const Length height = block.height() + kPad;
      make_room(height * 3);
      drawing_.pages[framed_.page].fills.push_back(
          {{slice_.name_x, y_, framed_.body.width, height}, issue_look(group).strong});
      cell(block, slice_.name_x, height);
      y_ += height;
    }
    draw_row(row);
  }
  draw_foot();
  draw_key();
}

}  // namespace

void draw_matrix(Drawing& drawing, const doc::Matrix& matrix, const FrameSetting& setting) {
  MatrixDrawer(drawing, matrix, setting).draw();
}

}  // namespace phaen::diagram
