// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/finish.h"

#include <algorithm>
#include <stdexcept>

#include "base/format.h"
#include "pdf/attachments.h"
#include "pdf/cairo_file.h"
#include "pdf/diagnostics.h"
#include "pdf/icc.h"
#include "pdf/navigation.h"
#include "pdf/structure.h"
#include "pdf/xmp.h"

namespace phaen::pdf {
namespace {

// Pages under one node of the page tree.
constexpr std::size_t kPagesInNode = 64;

// The content with its marks replaced. `content_id` counts the marked content of the page.
void replace_marks(std::string_view content, const PageRecord& page, const std::vector<page::Tag>& tags,
                   std::string& out) {
  out.clear();
  std::size_t content_id = 0;
  for (std::size_t i = 0; i < page.marks.size(); ++i) {
    const std::size_t at = content.find(kMark);
    if (at == std::string_view::npos) throw std::logic_error("a mark is missing in cairo's page");
    out += content.substr(0, at);
    content.remove_prefix(at + kMark.size());
    if (i != 0) out += "EMC\n";
    const Owner& owner = page.marks[i];
    if (owner.tag == page::kArtifact)
      out += "/Artifact BMC\n";
    else
      out += base::format("/{} <</MCID {}>> BDC\n", owner.link != 0 ? "Link" : page::name(tags.at(owner.tag).role),
                          content_id++);
  }
  if (content.find(kMark) != std::string_view::npos) throw std::logic_error("a page holds an item as small as a mark");
  // The last content ends inside the graphics state that cairo opens around the page.
  const bool closes = content.ends_with("Q\n");
  out += content.substr(0, content.size() - (closes ? 2 : 0));
  if (!page.marks.empty()) out += "EMC\n";
  if (closes) out += "Q\n";
}

struct PageTree {
  ObjectId root = 0;
  std::vector<ObjectId> nodes;
};

PageTree write_page_tree(std::size_t pages, ObjectId first_page, ObjectWriter& writer) {
  PageTree tree{writer.reserve(), {}};
  std::string kids;
  for (std::size_t first = 0; first < pages; first += kPagesInNode) {
    const std::size_t count = std::min(kPagesInNode, pages - first);
    std::string node = base::format("<</Type/Pages/Parent {}/Count {}/Kids[", reference(tree.root), count);
    for (std::size_t i = first; i < first + count; ++i) node += reference(first_page + static_cast<ObjectId>(i)) + " ";
    tree.nodes.push_back(writer.add(node + "]>>"));
    kids += reference(tree.nodes.back()) + " ";
  }
  writer.add(tree.root, base::format("<</Type/Pages/Count {}/Kids[{}]>>", pages, kids));
  return tree;
}

ObjectId write_pages(const Drawing& drawing, const std::vector<page::Tag>& tags, const Numbering& numbering,
                     ObjectWriter& writer) {
  CairoFile cairo(drawing.file, writer);
  if (cairo.page_count() != drawing.pages.size() + 1) throw std::logic_error("cairo wrote another number of pages");
  const PageTree tree = write_page_tree(drawing.pages.size(), numbering.first_page, writer);
  std::string content;
  ObjectId annotation = numbering.first_annotation;
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    const PageRecord& page = drawing.pages[i];
    const std::size_t source = i + 1;  // after the primers
    replace_marks(cairo.content(source), page, tags, content);
    const ObjectId contents = writer.add_stream("", content, Filter::Deflate);
    std::string body = base::format("<</Type/Page/Parent {}/MediaBox[0 0 {} {}]/Resources {}/Contents {}",
                                    reference(tree.nodes[i / kPagesInNode]), number(page.size.width),
                                    number(page.size.height), reference(cairo.resources(source)), reference(contents));
    if (const std::string group = cairo.group(source); !group.empty()) body += "/Group" + group;
    body += base::format("/StructParents {}/Tabs/S", i);
    if (!page.links.empty()) {
      body += "/Annots[";
      for (std::size_t link = 0; link < page.links.size(); ++link) body += reference(annotation++) + " ";
      body += "]";
    }
    writer.add(numbering.first_page + static_cast<ObjectId>(i), body + ">>");
  }
  cairo.write_carried();
  return tree.root;
}

ObjectId write_info(const page::FileInfo& info, ObjectWriter& writer) {
  const std::string date = literal_string(pdf_date(info.date));
  std::string body = "<</Title" + text_string(info.title);
  if (!info.author.empty()) body += "/Author" + text_string(info.author);
  if (!info.subject.empty()) body += "/Subject" + text_string(info.subject);
  body += base::format("/Creator{}/Producer{}/CreationDate{}/ModDate{}>>", literal_string(kCreator),
                       literal_string(kProducer), date, date);
  return writer.add(body);
}

std::string output_intent(ObjectWriter& writer) {
  const ObjectId profile = writer.add_stream("/N 3", srgb_profile(), Filter::Deflate);
  return "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
         "/DestOutputProfile " +
         reference(profile) + ">>]";
}

}  // namespace

base::Result<std::string> finish(Drawing drawing, const page::Pages& pages, const Attachments& attachments) {
  if (base::Result<void> found = check_destinations(drawing, pages.links, pages.outline); !found)
    return base::Failure(std::move(found.error()));
  // Page contents become smaller, structure is added.
  std::size_t expected = drawing.file.size() + drawing.file.size() / 2;
  for (const Attachment& attachment : attachments) expected += attachment.bytes->size();
  ObjectWriter writer(expected);
  std::size_t links = 0;
  for (const PageRecord& page : drawing.pages) links += page.links.size();
  const ObjectId catalog = writer.reserve();
  const Numbering numbering{writer.reserve(drawing.pages.size()), writer.reserve(links)};
  const ObjectId page_tree = write_pages(drawing, pages.tags, numbering, writer);
  std::string().swap(drawing.file);
  write_annotations(drawing, pages.links, numbering, writer);
  const ObjectId structure = write_structure(pages.tags, drawing.pages, numbering, writer);
  const base::Result<std::string> attached = write_attachments(attachments, writer);
  if (!attached) return base::Failure(attached.error());
  // Uncompressed, so that tools which know no PDF find it.
  const ObjectId metadata = writer.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(pages.info), Filter::Keep);
  std::string body = "<</Type/Catalog/Pages " + reference(page_tree) + "/Metadata " + reference(metadata);
  body += "/MarkInfo<</Marked true>>/StructTreeRoot " + reference(structure) + "/Lang(th-TH)";
  body += "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels" + page_labels(drawing.pages);
  body += output_intent(writer) + write_outline(drawing, pages.outline, numbering, writer) + *attached;
  writer.add(catalog, body + ">>");
  const ObjectId info = write_info(pages.info, writer);
  return writer.finish(catalog, info);
}

}  // namespace phaen::pdf
