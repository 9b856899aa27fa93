// SPDX-License-Identifier: GPL-3.0-or-later
// Inlines and a style → set lines of one paragraph.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "doc/document.h"
#include "layout/galley.h"
#include "layout/layout.h"
#include "layout/references.h"
#include "line/line.h"

namespace phaen::layout {

/// Links of the document by target; ids in order of first use.
class LinkTable {
 public:
  LinkTable() : links_(1) {}
  line::LinkId id(const std::string& target);
  const page::Links& links() const { return links_; }

 private:
  page::Links links_;
  std::map<std::string, line::LinkId, std::less<>> ids_;
};

/// The four faces of the document's family, looked up once; a missing one is Y012 when first asked for, and the next
/// best stands in so that the pages can still be looked at.
class Faces {
 public:
  Faces(const text::FontBook& fonts, const std::string& family);
  text::FaceId face(bool bold, bool italic, base::Diagnostics& diagnostics);

 private:
  std::string family_;
  std::optional<text::FaceId> faces_[2][2];
  bool told_[2][2] = {};
};

/// What every compose function reads. References outlive the composition.
struct Environment {
  const doc::DocumentInfo& info;
  line::Setter setter;
  Faces& faces;
  LinkTable& links;
  const References& references;
  std::string section;  ///< its name, for messages
  base::Length measure;
  base::Length body;  ///< height of a page
  const Locator& locate;
  const base::OriginTable& origins;
};

/// Where messages about a value point: its record or its line of the template; the section's name stands in for what is
/// not known.
base::Position position_of(base::OriginId origin, const Environment& environment);

/// A style by name; body, then a plain 16 pt style, stand in for one the sheet does not have.
doc::ParagraphStyle named_style(const doc::StyleSheet& styles, std::string_view name);
/// Distance of baselines of a style.
base::Length leading(const doc::ParagraphStyle& style);
/// The real size of an em of the style's own face.
base::Length em(const doc::ParagraphStyle& style, Environment& environment);

/// Styled text with the places of its footnote marks.
struct MarkedText : line::StyledText {
  struct Mark {
    std::size_t at = 0;  ///< byte of the text
    std::uint32_t footnote = 0;
  };
  std::vector<Mark> marks;
};

/// Text with faces, real sizes, colours, links, and page numbers for PageRefs (`0` while unknown). Spans without a link
/// of their own get `link` when it is not 0.
MarkedText styled_text(const doc::Inlines& inlines, const doc::ParagraphStyle& style, Environment& environment,
                       line::LinkId link = 0);
line::Align to_line_align(doc::TextAlign align);
line::Align to_line_align(doc::Align align);

/// Where a paragraph stands and how.
struct ParagraphBox {
  base::Length left, width;
  base::Length first_indent;
  line::Align align = line::Align::Left;
  base::Length leading;
  page::TagId tag = page::kArtifact;
};
/// Lines one below the other from `top` = 0.
SetLines set_lines(const MarkedText& text, const ParagraphBox& box, Environment& environment);

/// The marker of a list item hangs left of its text; both stand on one baseline.
struct ItemIndent {
  base::Length marker, text;  ///< left edges, from the paragraph's left
};
ItemIndent item_indent(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style, Environment& environment);
/// The marker as a line of its own, to be the companion of the item's first line.
std::shared_ptr<const SetLine> set_marker(const doc::Paragraph& paragraph, const doc::ParagraphStyle& style,
                                          const ParagraphBox& box, Environment& environment);

}  // namespace phaen::layout
