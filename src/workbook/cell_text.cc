// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook/cell_text.h"

namespace phaen::workbook {
namespace {

void extend(CellText& to, std::string_view text, const doc::Emphasis& emphasis) {
  if (text.empty()) return;
  to.text += text;
  if (!to.runs.empty() && to.runs.back().emphasis == emphasis) {
    to.runs.back().end = to.text.size();
  } else {
    to.runs.push_back({to.text.size(), emphasis});
  }
}

// A line end looks like what stands before it, so that it makes no run of its own.
void extend_plain(CellText& to, std::string_view text) {
  extend(to, text, to.runs.empty() ? doc::Emphasis{} : to.runs.back().emphasis);
}

// A marker looks like the first words of its paragraph.
doc::Emphasis first_emphasis(const doc::Inlines& inlines) {
  for (const doc::Inline& inline_ : inlines) {
    if (const auto* span = std::get_if<doc::TextSpan>(&inline_)) return span->emphasis;
  }
  return {};
}

struct Appender {
  CellText& to;
  const base::OriginTable& origins;

  void operator()(const doc::TextSpan& span) const {
    extend(to, span.text, span.emphasis);
    if (!span.link.empty() && to.link == nullptr) to.link = &span.link;
    if (span.origin == base::kNoOrigin) return;
    if (to.origin == base::kNoOrigin) to.origin = span.origin;
    if (origins.fact(span.origin) == base::Fact::Synthetic) to.synthetic = true;
  }
  void operator()(const doc::PageRef& reference) const {
    to.page_references.push_back({to.text.size(), reference.label});
  }
  void operator()(const doc::LineBreak&) const { extend_plain(to, "\n"); }
};

}  // namespace

void CellText::clear() {
  text.clear();
  runs.clear();
  page_references.clear();
  link = nullptr;
  origin = base::kNoOrigin;
  synthetic = false;
}

void append(CellText& to, const doc::Inlines& inlines, const base::OriginTable& origins) {
  for (const doc::Inline& inline_ : inlines) std::visit(Appender{to, origins}, inline_);
}

void append(CellText& to, const doc::Paragraph& paragraph, const base::OriginTable& origins) {
  if (!to.text.empty()) extend_plain(to, "\n");
  if (!paragraph.marker.empty()) {
    extend(to, paragraph.marker + " ", first_emphasis(paragraph.content));
  }
  append(to, paragraph.content, origins);
}

std::optional<doc::Emphasis> common_emphasis(const CellText& text) {
  if (text.runs.empty()) return doc::Emphasis{};
  // A raised text stays a run: a cell's style cannot raise it.
  if (text.runs.size() == 1 && !text.runs.front().emphasis.superscript) return text.runs.front().emphasis;
  return std::nullopt;
}

}  // namespace phaen::workbook
