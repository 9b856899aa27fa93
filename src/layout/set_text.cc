// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/set_text.h"

#include <algorithm>

#include "layout/diagnostics.h"
#include "thai/thai_character.h"

namespace phaen::layout {

using base::Length;

line::LinkId LinkTable::id(const std::string& target) {
  if (target.empty()) return 0;
  const auto found = ids_.find(target);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<line::LinkId>(links_.size());
  links_.push_back(target);
  ids_.emplace(target, id);
  return id;
}

Faces::Faces(const text::FontBook& fonts, const std::string& family) : family_(family) {
  for (const bool bold : {false, true}) {
    for (const bool italic : {false, true}) faces_[bold][italic] = fonts.find_face(family, bold, italic);
  }
}

text::FaceId Faces::face(bool bold, bool italic, base::Diagnostics& diagnostics) {
  if (faces_[bold][italic]) return *faces_[bold][italic];
  if (!told_[bold][italic]) diagnostics.add(diagnostics::no_face(family_, bold, italic));
  told_[bold][italic] = true;
  return faces_[bold][false].value_or(faces_[false][false].value_or(text::FaceId{0}));
}

doc::ParagraphStyle named_style(const doc::StyleSheet& styles, std::string_view name) {
  for (const std::string_view wanted : {name, std::string_view("body")}) {
    if (const auto id = styles.find(wanted)) return styles.at(*id);
  }
  return {};
}

Length leading(const doc::ParagraphStyle& style) {
  return style.leading > Length() ? style.leading : style.size * 1331 / 1000;
}

namespace {

Length real_size(Length nominal, text::FaceId face, const text::FontBook& fonts) {
  return nominal * fonts.metrics(face).scale_permille / 1000;
}

/// Appends one stretch to a styled text.
class TextBuilder {
 public:
  TextBuilder(const doc::ParagraphStyle& style, Environment& environment, line::LinkId link)
      : style_(style), environment_(environment), link_(link) {}

  void add(std::string_view text, const doc::Emphasis& emphasis, base::OriginId origin, const std::string& link) {
    if (text.empty()) return;
    line::Span span;
    span.begin = result_.text.size();
    result_.text += text;
    span.end = result_.text.size();
    span.face = environment_.faces.face(style_.bold || emphasis.bold, style_.italic || emphasis.italic,
                                        environment_.setter.diagnostics);
    span.size = real_size(style_.size, span.face, environment_.setter.fonts);
    if (emphasis.superscript) {
      span.rise = span.size * 33 / 100;
      span.size = span.size * 65 / 100;
    }
    span.colour = emphasis.colour.value_or(style_.colour.value_or(base::Colour{}));
    span.underline = emphasis.underline;
    span.origin = origin;
    span.link = link.empty() ? link_ : environment_.links.id(link);
    result_.spans.push_back(span);
  }
  void operator()(const doc::TextSpan& span) {
    if (span.footnote > 0) result_.marks.push_back({result_.text.size(), span.footnote});
    add(span.text, span.emphasis, span.origin, span.link);
  }
  void operator()(const doc::PageRef& reference) {
    const auto& folios = environment_.references.folios;
    const auto folio = folios.find(reference.label);
    add(folio == folios.end() ? "0" : folio->second, reference.emphasis, base::kNoOrigin, "#" + reference.label);
  }
  void operator()(const doc::LineBreak&) { add("\n", {}, base::kNoOrigin, {}); }
  MarkedText take() { return std::move(result_); }

 private:
  const doc::ParagraphStyle& style_;
  Environment& environment_;
  line::LinkId link_;
  MarkedText result_;
};

doc::Inlines plain(const std::string& text) { return {doc::TextSpan{text, {}, base::kNoOrigin, {}}}; }

}  // namespace

Length em(const doc::ParagraphStyle& style, Environment& environment) {
  const text::FaceId face = environment.faces.face(style.bold, style.italic, environment.setter.diagnostics);
  return real_size(style.size, face, environment.setter.fonts);
}

namespace {

line::Connectives to_line_connectives(doc::Connectives connectives) {
  switch (connectives) {
    case doc::Connectives::Free: return line::Connectives::Free;
    case doc::Connectives::Avoid: return line::Connectives::Avoid;
    case doc::Connectives::Never: return line::Connectives::Never;
  }
  return line::Connectives::Avoid;
}

}  // namespace

MarkedText styled_text(const doc::Inlines& inlines, const doc::ParagraphStyle& style, Environment& environment,
                       line::LinkId link) {
  TextBuilder builder(style, environment, link);
  for (const doc::Inline& item : inlines) std::visit(builder, item);
  MarkedText text = builder.take();
  text.connectives = to_line_connectives(style.connectives);
  return text;
}

line::Align to_line_align(doc::TextAlign align) {
  switch (align) {
    case doc::TextAlign::Left: return line::Align::Left;
    case doc::TextAlign::Centre: return line::Align::Centre;
    case doc::TextAlign::Right: return line::Align::Right;
    case doc::TextAlign::Distributed: return line::Align::Distributed;
    case doc::TextAlign::Justified: return line::Align::Justified;
    case doc::TextAlign::Mixed: return line::Align::Mixed;
  }
  return line::Align::Left;
}

line::Align to_line_align(doc::Align align) {
  switch (align) {
    case doc::Align::Left: return line::Align::Left;
    case doc::Align::Centre: return line::Align::Centre;
    case doc::Align::Right: return line::Align::Right;
    case doc::Align::Distributed: return line::Align::Distributed;
    case doc::Align::Justified: return line::Align::Justified;
    case doc::Align::Mixed: return line::Align::Mixed;
  }
  return line::Align::Left;
}

namespace {

/// A mark belongs to the last line that begins before it.
void place_marks(const std::vector<MarkedText::Mark>& marks, SetLines& lines) {
  for (const MarkedText::Mark& mark : marks) {
    for (std::size_t i = lines.size(); i-- > 0;) {
      if (lines[i].line.begin > mark.at && i > 0) continue;
      if (lines[i].footnote_count++ == 0) lines[i].first_footnote = mark.footnote;
      break;
    }
  }
}

/// Readers of the file order text by its left edges and give a mark, which has no width, to the letter that begins
/// where it stands. So what follows a run that ends in a mark begins a hair behind it, a raised run more than that: a
/// tone mark would else come after a footnote's mark.
void part_runs(line::Line& line, const text::FontBook& fonts) {
  Length shift;
  for (std::size_t i = 1; i < line.runs.size(); ++i) {
    const line::Run& before = line.runs[i - 1];
    line::Run& run = line.runs[i];
    if (!before.glyphs.empty() && thai::is_mark(fonts.character(before.face, before.glyphs.back())))
      shift += before.size / 256;
    run.x += run.rise > Length() ? shift + Length::pt(0.75) : shift;
  }
  line.width += shift;
}

}  // namespace

base::Position position_of(base::OriginId origin, const Environment& environment) {
  base::Position where;
  if (origin != base::kNoOrigin && environment.locate) where = environment.locate(origin);
  if (where.name.empty()) where.name = environment.section;
  return where;
}

namespace {

/// The longest value of a record in the paragraph, else its longest text: what a message about the paragraph is about.
base::OriginId main_origin(const line::StyledText& text, const base::OriginTable& origins) {
  const auto weight = [&](const line::Span& span) {
    const bool value = origins.at(span.origin).kind == base::Origin::Kind::Field;
    return std::pair(value, span.origin == base::kNoOrigin ? 0 : span.end - span.begin);
  };
  base::OriginId found = base::kNoOrigin;
  std::pair<bool, std::size_t> heaviest;
  for (const line::Span& span : text.spans) {
    if (weight(span) <= heaviest) continue;
    heaviest = weight(span);
    found = span.origin;
  }
  return found;
}

/// The lines of a paragraph; messages say whose text it is.
std::vector<line::Line> compose_lines(const MarkedText& text, const ParagraphBox& box, Environment& environment) {
  base::Diagnostics found;
  const line::Setter setter{environment.setter.fonts, environment.setter.breaker, found};
  std::vector<line::Line> lines = line::compose(text, {box.width, box.first_indent}, box.align, setter);
  for (base::Diagnostic diagnostic : found.all()) {
    diagnostic.where = position_of(main_origin(text, environment.origins), environment);
    environment.setter.diagnostics.add(std::move(diagnostic));
  }
  return lines;
}

}  // namespace

SetLines set_lines(const MarkedText& text, const ParagraphBox& box, Environment& environment) {
  std::vector<line::Line> lines = compose_lines(text, box, environment);
  SetLines set;
  set.reserve(lines.size());
  Length top;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SetLine placed;
    placed.x = box.left;
    placed.top = top;
    placed.height = box.leading;
    placed.tag = box.tag;
    placed.joins_next = i + 1 < lines.size() && lines[i].end == lines[i + 1].begin;
    placed.line = std::move(lines[i]);
    part_runs(placed.line, environment.setter.fonts);
    top += box.leading;
    set.push_back(std::move(placed));
  }
  place_marks(text.marks, set);
  return set;
}

ItemIndent item_indent(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style, Environment& environment) {
  const Length unit = em(style, environment);
  // A tree column steps in by one em a level, as the Budget Bureau's tables do; list items hang by two ems, which holds
  // `10)` and `1.1)`, or by what a longer marker needs.
  if (paragraph.marker.empty()) return {unit * paragraph.depth, unit * paragraph.depth};
  const Length left = unit * 2 * paragraph.depth;
  const Length width =
      line::measure(styled_text(plain(paragraph.marker), style, environment), environment.setter).natural;
  return {left, left + std::max(unit * 2, width + unit * 2 / 5)};
}

std::shared_ptr<const SetLine> set_marker(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style,
                                          const ParagraphBox& box, Environment& environment) {
  SetLines lines = set_lines(styled_text(plain(paragraph.marker), style, environment), box, environment);
  return std::make_shared<const SetLine>(std::move(lines.front()));
}

}  // namespace phaen::layout
