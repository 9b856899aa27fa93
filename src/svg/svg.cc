// SPDX-License-Identifier: GPL-3.0-or-later
#include "svg/svg.h"

#include <map>
#include <optional>

#include "base/format.h"
#include "base/utf8.h"
#include "svg/xml_text.h"

namespace phaen::svg {
namespace {

using base::format;
using base::Length;

struct FontName {
  std::string family;
  bool bold = false, italic = false;
};

/// The family and style of each face, found by asking for every style of every family.
std::map<text::FaceId, FontName> font_names(const text::FontBook& fonts) {
  std::map<text::FaceId, FontName> names;
  for (const std::string& family : fonts.families())
    for (const bool bold : {false, true})
      for (const bool italic : {false, true})
        if (const auto face = fonts.find_face(family, bold, italic))
          names.try_emplace(*face, FontName{family, bold, italic});
  return names;
}

/// Where each label stands: the page's index.
std::map<std::string, std::size_t, std::less<>> label_pages(const page::Pages& pages) {
  std::map<std::string, std::size_t, std::less<>> found;
  for (std::size_t i = 0; i < pages.pages.size(); ++i)
    for (const page::Anchor& anchor : pages.pages[i].anchors) found.try_emplace(anchor.label, i);
  return found;
}

/// What all pages share while they are written.
struct Book {
  const page::Pages& pages;
  const std::vector<std::string>& names;
  const text::FontBook& fonts;
  std::map<text::FaceId, FontName> faces;
  std::map<std::string, std::size_t, std::less<>> labels;
};

class PageWriter {
 public:
  PageWriter(const Book& book, std::size_t index) : book_(book), page_(book.pages.pages[index]), index_(index) {}

  std::string write() {
    head();
    for (const page::Fill& fill : page_.fills)
      out_ += format("<rect {} fill=\"{}\"/>\n", area(fill.area), hex(fill.colour));
    for (const page::Rule& one : page_.rules) rule(one);
    paths();
    for (const page::Picture& one : page_.pictures) picture(one);
    for (const page::TextLine& one : page_.lines) line(one);
    return std::move(out_) + "</svg>\n";
  }

 private:
  void head();
  void rule(const page::Rule& rule);
  void paths();
  void path(const page::Path& path);
  void picture(const page::Picture& picture);
  void line(const page::TextLine& line);
  std::string run(const page::TextRun& run, Length baseline) const;
  std::string font(const page::TextRun& run) const;
  std::string href(line::LinkId link) const;
  std::string_view alternative(page::TagId tag) const;
  static std::string area(const base::Rect& rect) {
    return format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(rect.x), number(rect.y), number(rect.width),
                  number(rect.height));
  }

  const Book& book_;
  const page::Page& page_;
  std::size_t index_;
  std::string out_;
};

void PageWriter::head() {
  const std::string width = number(page_.size.width), height = number(page_.size.height);
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out_ += format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
      "xml:lang=\"th\" xml:space=\"preserve\" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\">\n",
      width, height);
  if (!book_.pages.info.title.empty()) out_ += format("<title>{}</title>\n", escaped(book_.pages.info.title));
  out_ += format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", width, height);
  for (const page::Anchor& anchor : page_.anchors)
    out_ += format("<g id=\"{}\" transform=\"translate({} {})\"/>\n", escaped(anchor.label), number(anchor.at.x),
                   number(anchor.at.y));
}

void PageWriter::rule(const page::Rule& rule) {
  out_ += format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"", number(rule.from.x),
                 number(rule.from.y), number(rule.to.x), number(rule.to.y), hex(rule.colour), number(rule.thickness));
  // Dots are dashes of no length with round ends; the first and the last stay inside the rule's length.
  if (rule.dash != Length())
    out_ += format(" stroke-linecap=\"round\" stroke-dasharray=\"0 {}\" stroke-dashoffset=\"{}\"", number(rule.dash),
                   number(-(rule.thickness / 2)));
  out_ += "/>\n";
}

std::string_view PageWriter::alternative(page::TagId tag) const {
  return tag < book_.pages.tags.size() ? std::string_view(book_.pages.tags[tag].alternative) : std::string_view();
}

// The paths of one figure stand in one group that says what it shows.
void PageWriter::paths() {
  std::optional<page::TagId> open;
  for (const page::Path& one : page_.paths) {
    const std::string_view what = alternative(one.tag);
    if (open && *open != one.tag) {
      out_ += "</g>\n";
      open.reset();
    }
    if (!open && !what.empty()) {
      out_ += format("<g role=\"img\" aria-label=\"{}\">\n", escaped(what));
      open = one.tag;
    }
    path(one);
  }
  if (open) out_ += "</g>\n";
}

void PageWriter::path(const page::Path& path) {
  std::string steps;
  const auto add = [&steps](char before, base::Point at) {
    steps += before;
    steps += number(at.x);
    steps += ' ';
    steps += number(at.y);
  };
  for (const page::PathStep& step : path.steps) {
    switch (step.kind) {
      case page::PathStep::Kind::Move: add('M', step.to); break;
      case page::PathStep::Kind::Line: add('L', step.to); break;
      case page::PathStep::Kind::Curve:
        add('C', step.control_1);
        add(' ', step.control_2);
        add(' ', step.to);
        break;
      case page::PathStep::Kind::Close: steps += "Z"; break;
    }
  }
  out_ += "<path d=\"" + steps + format("\" fill=\"{}\"", path.fill ? hex(*path.fill) : "none");
  if (path.stroke != page::Stroke::None)
    out_ += format(" stroke=\"{}\" stroke-width=\"{}\"", hex(path.colour), number(path.thickness));
  if (path.stroke == page::Stroke::Dashed)
    out_ += format(" stroke-dasharray=\"{} {}\"", number(path.thickness * 4), number(path.thickness * 3));
  if (path.stroke == page::Stroke::Dotted)
    out_ += format(" stroke-linecap=\"round\" stroke-dasharray=\"0 {}\"", number(path.thickness * 3));
  out_ += "/>\n";
}

void PageWriter::picture(const page::Picture& picture) {
  const std::string_view what = alternative(picture.tag);
  out_ += format("<image {} preserveAspectRatio=\"none\"", area(picture.area));
  if (!what.empty()) out_ += format(" role=\"img\" aria-label=\"{}\"", escaped(what));
  out_ += format(" xlink:href=\"{}\"/>\n", data_uri(*picture.bytes));
}

std::string PageWriter::font(const page::TextRun& run) const {
  const auto found = book_.faces.find(run.face);
  const FontName name =
      found == book_.faces.end() ? FontName{book_.fonts.face_name(run.face), false, false} : found->second;
  std::string text =
      format("font-family=\"'{}', sans-serif\" font-size=\"{}\"", escaped(name.family), number(run.size));
  if (name.bold) text += " font-weight=\"bold\"";
  if (name.italic) text += " font-style=\"italic\"";
  return text;
}

// A label's page may be another file; a label on no page of these is no link.
std::string PageWriter::href(line::LinkId link) const {
  if (link == 0 || link >= book_.pages.links.size()) return {};
  const std::string& target = book_.pages.links[link];
  if (!target.starts_with('#')) return target;
  const auto found = book_.labels.find(std::string_view(target).substr(1));
  if (found == book_.labels.end()) return {};
  return found->second == index_ ? target : book_.names[found->second] + target;
}

std::string PageWriter::run(const page::TextRun& run, Length baseline) const {
  std::string characters;
  for (std::uint32_t i = 0; i < run.glyph_count; ++i)
    base::utf8::append(characters, book_.fonts.character(run.face, page_.glyphs.at(run.first_glyph + i)));
  std::string text = format("<tspan x=\"{}\" y=\"{}\" {}", number(run.x), number(baseline - run.rise), font(run));
  if (run.colour != base::Colour{}) text += format(" fill=\"{}\"", hex(run.colour));
  if (run.underline) text += " text-decoration=\"underline\"";
  if (run.glyph_count > 1 && run.width > Length())
    text += format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(run.width));
  text += format(">{}</tspan>", escaped(characters));
  const std::string target = href(run.link);
  return target.empty() ? text : format("<a xlink:href=\"{}\">{}</a>", escaped(target), text);
}

void PageWriter::line(const page::TextLine& line) {
  out_ += "<text>";
  for (std::uint32_t i = 0; i < line.run_count; ++i) out_ += run(page_.runs.at(line.first_run + i), line.baseline);
  out_ += "</text>\n";
}

}  // namespace

std::vector<std::string> make_svg(const page::Pages& pages, const std::vector<std::string>& names,
                                  const text::FontBook& fonts) {
  const Book book{pages, names, fonts, font_names(fonts), label_pages(pages)};
  std::vector<std::string> files;
  files.reserve(pages.pages.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) files.push_back(PageWriter(book, i).write());
  return files;
}

}  // namespace phaen::svg
