// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/navigation.h"

#include <algorithm>
#include <optional>

#include "base/format.h"
#include "pdf/diagnostics.h"

namespace phaen::pdf {
namespace {

bool is_internal(const std::string& link) { return link.starts_with('#'); }

// A little above the place, so that its ascenders are seen.
constexpr base::Length kAbove = base::Length::pt(4);

std::string destination_array(const Drawing& drawing, const std::string& label, const Numbering& numbering) {
  const Destination& place = drawing.destinations.at(label);
  const base::Length height = drawing.pages[place.page].size.height;
  const base::Length top = std::min(height, height - place.at.y + kAbove);
  return base::format("[{}/XYZ {} {} null]", reference(numbering.first_page + static_cast<ObjectId>(place.page)),
                      number(place.at.x), number(top));
}

// What a screen reader says of the link (PDF/UA-1 7.18.5-2).
std::string contents(const Drawing& drawing, const std::string& link) {
  if (!is_internal(link)) return link;
  const std::size_t page = drawing.destinations.at(link.substr(1)).page;
  const std::string& folio = drawing.pages[page].folio;
  return "ไปที่หน้า " + (folio.empty() ? base::format("{}", page + 1) : folio);
}

// The URI as 7-bit text: other bytes percent-encoded.
std::string uri_string(const std::string& uri) {
  std::string out;
  for (const char c : uri)
    out += c > ' ' && c < '\x7F' ? std::string(1, c) : base::format("%{:02X}", static_cast<unsigned char>(c));
  return literal_string(out);
}

std::optional<long> arabic(const std::string& folio) {
  if (folio.empty() || folio.size() > 6 || folio[0] == '0') return std::nullopt;
  long value = 0;
  for (const char c : folio) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The outline as a tree of indices: parent, and the first and last child of each entry; index 0 is the root.
struct OutlineNode {
  std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0, children = 0;
};

std::vector<OutlineNode> outline_tree(const std::vector<page::OutlineEntry>& outline) {
  std::vector<OutlineNode> nodes(outline.size() + 1);
  std::vector<std::size_t> open = {0};  // the path to the last entry
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto level = static_cast<std::size_t>(std::max(1, outline[i - 1].level));
    if (open.size() > level) open.resize(level);
    const std::size_t parent = open.back();
    nodes[i].parent = parent;
    nodes[i].previous = nodes[parent].last;
    if (nodes[parent].last != 0)
      nodes[nodes[parent].last].next = i;
    else
      nodes[parent].first = i;
    nodes[parent].last = i;
    ++nodes[parent].children;
    open.push_back(i);
  }
  return nodes;
}

}  // namespace

base::Result<void> check_destinations(const Drawing& drawing, const page::Links& links,
                                      const std::vector<page::OutlineEntry>& outline) {
  for (const PageRecord& page : drawing.pages)
    for (const LinkArea& area : page.links) {
      const std::string& link = links.at(area.link);
      if (is_internal(link) && !drawing.destinations.contains(link.substr(1)))
        return base::Failure(diagnostics::unknown_destination(link.substr(1)));
    }
  for (const page::OutlineEntry& entry : outline)
    if (!drawing.destinations.contains(entry.label))
      return base::Failure(diagnostics::unknown_destination(entry.label));
  return {};
}

void write_annotations(const Drawing& drawing, const page::Links& links, const Numbering& numbering,
                       ObjectWriter& writer) {
  ObjectId id = numbering.first_annotation;
  std::size_t parent_key = drawing.pages.size();
  for (const PageRecord& page : drawing.pages)
    for (const LinkArea& link : page.links) {
      const std::string& target = links.at(link.link);
      const base::Length height = page.size.height;
      const std::string action = is_internal(target) ? "/Dest" + destination_array(drawing, target.substr(1), numbering)
                                                     : "/A<</Type/Action/S/URI/URI" + uri_string(target) + ">>";
      writer.add(id++, base::format("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{} {} {} {}]/StructParent {}"
                                    "/Contents{}{}>>",
                                    number(link.area.x), number(height - link.area.bottom()), number(link.area.right()),
                                    number(height - link.area.y), parent_key++, text_string(contents(drawing, target)),
                                    action));
    }
}

std::string write_outline(const Drawing& drawing, const std::vector<page::OutlineEntry>& outline,
                          const Numbering& numbering, ObjectWriter& writer) {
  if (outline.empty()) return {};
  const std::vector<OutlineNode> nodes = outline_tree(outline);
  const ObjectId root = writer.reserve(nodes.size());
  const auto id = [&](std::size_t node) { return reference(root + static_cast<ObjectId>(node)); };
  writer.add(root, base::format("<</Type/Outlines/First {}/Last {}/Count {}>>", id(nodes[0].first), id(nodes[0].last),
                                nodes[0].children));
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const OutlineNode& node = nodes[i];
    const page::OutlineEntry& entry = outline[i - 1];
    std::string body = base::format("<</Title{}/Parent {}/Dest{}", text_string(entry.title), id(node.parent),
                                    destination_array(drawing, entry.label, numbering));
    if (node.previous != 0) body += "/Prev " + id(node.previous);
    if (node.next != 0) body += "/Next " + id(node.next);
    // A negative count: closed at first, so that a long plan opens as its chapters.
    if (node.first != 0)
      body += base::format("/First {}/Last {}/Count -{}", id(node.first), id(node.last), node.children);
    writer.add(root + static_cast<ObjectId>(i), body + ">>");
  }
  return "/Outlines " + reference(root) + "/PageMode/UseOutlines";
}

std::string page_labels(const std::vector<PageRecord>& pages) {
  std::string out = "<</Nums[";
  std::optional<long> expected;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::optional<long> value = arabic(pages[i].folio);
    if (value && expected == value) {
      ++*expected;
      continue;
    }
    if (value) {
      out += base::format("{}<</S/D/St {}>>", i, *value);
      expected = *value + 1;
    } else {
      out += pages[i].folio.empty() ? base::format("{}<<>>", i)
                                    : base::format("{}<</P{}>>", i, text_string(pages[i].folio));
      expected.reset();
    }
  }
  return out + "]>>";
}

}  // namespace phaen::pdf
