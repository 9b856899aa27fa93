// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc/document.h"

namespace phaen::doc {
namespace {

struct PlainText {
  std::string operator()(const TextSpan& span) const { return span.text; }
  std::string operator()(const PageRef&) const { return {}; }
  std::string operator()(const LineBreak&) const { return "\n"; }
};

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string text;
  for (const Inline& piece : inlines) text += std::visit(PlainText{}, piece);
  return text;
}

}  // namespace phaen::doc
