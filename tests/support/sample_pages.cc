// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4
#include "support/sample_pages.h"

#include <cairo.h>

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_DCT.hh>
#include <stdexcept>

#include "base/file.h"
#include "base/format.h"
#include "base/utf8.h"

namespace phaen::support {
namespace {

bool begins_cluster(char32_t character) {
  const bool mark = character == 0x0E31 || (character >= 0x0E33 && character <= 0x0E3A) ||
                    (character >= 0x0E47 && character <= 0x0E4E) || character == 0x200B;
  return !mark;
}

constexpr const char* kProse[] = {
    "กลุ่มจังหวัดภาคเหนือตอนบน 2 มุ่งพัฒนาเศรษฐกิจฐานรากให้เข้มแข็งและยั่งยืน",
    "น้ำท่วมซ้ำซากในลุ่มน้ำอิงสร้างความเสียหายต่อพื้นที่เกษตรกว่า 12,500 ไร่",
    "ร้อยละ 85.50 ของครัวเรือนเป้าหมายมีรายได้เพิ่มขึ้น ณ สิ้นปีงบประมาณ พ.ศ. ๒๕๖๙",
    "โครงการปรับปรุงถนนสายทางเลี่ยงเมือง ช่วง กม. 4+500–กม. 12+300 (ฟื้นฟู)",
    "ผู้สูงอายุที่ป่วยเรื้อรังได้รับการดูแลต่อเนื่องโดยทีมหมอครอบครัว ฯลฯ",
    "กิจกรรมหลัก: จัดทำฐานข้อมูล “เมืองสร้างสรรค์” ญี่ปุ่น–ล้านนา กฤษฎีกา ฐานันดร",
    "ค่าใช้จ่ายในการดำเนินการ 17,576,740.00 บาท (สิบเจ็ดล้านห้าแสนบาทถ้วน)",
};

text::FaceId face_of(const text::FontBook& fonts, const Style& style) {
  const auto face = fonts.find_face(style.family, style.bold, style.italic);
  if (!face) throw std::runtime_error("no such face");
  return *face;
}

}  // namespace

text::FontBook shipped_fonts() {
  std::vector<text::FontFile> files;
  for (const char* name : {"sarabun/Sarabun-Regular", "sarabun/Sarabun-Bold", "sarabun/Sarabun-Italic",
                           "sarabun/Sarabun-BoldItalic", "noto-sans-symbols-2/NotoSansSymbols2-Regular"}) {
    const std::string path = base::format("fonts/{}.ttf", name);
    base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) throw std::runtime_error(bytes.error().message.en);
    files.push_back({path, std::make_shared<const std::string>(std::move(*bytes))});
  }
  text::FontBook fonts;
  base::Diagnostics diagnostics;
  fonts.add(files, diagnostics);
  if (diagnostics.has_errors()) throw std::runtime_error(diagnostics.all().front().message.en);
  return fonts;
}

SamplePages::SamplePages() : fonts(shipped_fonts()) {
  pages.info = {"แผนพัฒนากลุ่มจังหวัด <ตัวอย่าง> & ผลผลิต", "ตัวอย่าง", "กลุ่มจังหวัดภาคเหนือตอนบน 2", {2022, 9, 30}};
  pages.links.emplace_back();
  pages.tags.push_back({page::Role::Document, page::kRoot, 1, 1, true, {}});
}

page::TagId SamplePages::tag(page::Role role, page::TagId parent) {
  pages.tags.push_back({role, parent, 1, 1, true, {}});
  return static_cast<page::TagId>(pages.tags.size() - 1);
}

void SamplePages::new_page(std::string folio, base::Size size) {
  page::Page& made = pages.pages.emplace_back();
  made.size = size;
  made.folio = std::move(folio);
}

line::LinkId SamplePages::link(std::string target) {
  pages.links.push_back(std::move(target));
  return static_cast<line::LinkId>(pages.links.size() - 1);
}

double SamplePages::line(double x, double baseline, const std::vector<Piece>& pieces, page::TagId tag) {
  page::Page& target = page();
  page::TextLine set;
  set.baseline = base::Length::pt(baseline);
  set.first_run = static_cast<std::uint32_t>(target.runs.size());
  set.run_count = static_cast<std::uint32_t>(pieces.size());
  set.tag = tag;
  base::Length pen = base::Length::pt(x);
  for (const Piece& piece : pieces) {
    page::TextRun run;
    run.face = face_of(fonts, piece.style);
    run.size = base::Length::pt(piece.style.size);
    run.rise = base::Length::pt(piece.style.rise);
    run.x = pen;
    run.colour = piece.style.colour;
    run.underline = piece.style.underline;
    run.link = piece.style.link;
    run.first_glyph = static_cast<std::uint32_t>(target.glyphs.size());
    const std::vector<text::GlyphRef> shaped = fonts.shape(run.face, piece.text);
    std::int64_t units = 0;
    for (std::size_t i = 0; i < shaped.size(); ++i) {
      text::GlyphRef glyph = shaped[i];
      if (i > 0 && begins_cluster(fonts.character(run.face, glyph)))
        glyph = fonts.with_space_before(run.face, glyph, piece.style.spread);
      units += fonts.advance(run.face, glyph);
      target.glyphs.push_back(glyph);
    }
    run.glyph_count = static_cast<std::uint16_t>(shaped.size());
    run.width = fonts.width(run.face, units, run.size);
    pen += run.width;
    target.runs.push_back(run);
  }
  target.lines.push_back(set);
  return pen.to_pt() - x;
}

double SamplePages::line(double x, double baseline, std::string_view text, page::TagId tag, const Style& style) {
  return line(x, baseline, {{std::string(text), style}}, tag);
}

SamplePages prose(std::size_t page_count) {
  SamplePages sample;
  page::TagId paragraph = 0;
  for (std::size_t p = 0; p < page_count; ++p) {
    sample.new_page(base::format("{}", p + 1));
    sample.line(280, 40, base::format("- {} -", p + 1), page::kArtifact);
    const page::TagId heading = sample.tag(page::Role::H1);
    const std::string label = base::format("หัวข้อ {}", p);
    const std::string title = base::format("ส่วนที่ {} บทสรุปสำหรับผู้บริหาร", p + 1);
    sample.line(70, 70, title, heading, {.size = 13, .bold = true});
    sample.page().anchors.push_back({label, {base::Length::pt(70), base::Length::pt(60)}});
    sample.pages.outline.push_back({1, title, label});
    for (int i = 0; i < 35; ++i) {
      if (i % 5 == 0) paragraph = sample.tag(page::Role::P);
      Style style;
      style.spread = i % 4 == 3 ? static_cast<int>(p % 12) : i % 4;
      sample.line(70, 95 + 20.5 * i, kProse[(static_cast<std::size_t>(i) + p) % std::size(kProse)], paragraph, style);
    }
  }
  return sample;
}

SamplePages tables(std::size_t page_count) {
  SamplePages sample;
  const auto points = [](double value) { return base::Length::pt(value); };
  for (std::size_t p = 0; p < page_count; ++p) {
    sample.new_page(base::format("{}", p + 1), {points(841.9), points(595.3)});
    const page::TagId table = sample.tag(page::Role::Table), head = sample.tag(page::Role::THead, table);
    const page::TagId head_row = sample.tag(page::Role::TR, head);
    for (int column = 0; column < 8; ++column)
      sample.line(40 + 95.0 * column, 50, base::format("คอลัมน์ที่ {}", column + 1), sample.tag(page::Role::TH, head_row),
                  {.size = 9.5, .bold = true});
    const page::TagId body = sample.tag(page::Role::TBody, table);
    for (int row = 0; row < 24; ++row) {
      const page::TagId tr = sample.tag(page::Role::TR, body);
      const double baseline = 70 + 20.0 * row;
      sample.page().rules.push_back(
          {{points(38), points(baseline + 5)}, {points(800), points(baseline + 5)}, points(0.5), {}, {}});
      for (int column = 0; column < 8; ++column)
        sample.line(40 + 95.0 * column, baseline,
                    column == 0
                        ? base::format("ตัวชี้วัดที่ {}.{}", p + 1, row + 1)
                        : base::format("{},{:03}.{:02} ล้านบาท", row + 1, (column * 137 + row * 31) % 1000, column),
                    sample.tag(page::Role::TD, tr), {.size = 9.5});
    }
  }
  return sample;
}

std::string small_png(bool with_alpha) {
  cairo_surface_t* surface = cairo_image_surface_create(with_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, 4, 4);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgba(cairo, 0.2, 0.4, 0.8, with_alpha ? 0.5 : 1);
  cairo_paint(cairo);
  cairo_destroy(cairo);
  std::string bytes;
  const auto append = [](void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  };
  cairo_surface_write_to_png_stream(surface, append, &bytes);
  cairo_surface_destroy(surface);
  return bytes;
}

std::string small_jpeg(int channels) {
  Pl_Buffer bytes("bytes");
  const J_COLOR_SPACE space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
  Pl_DCT encoder("jpeg", &bytes, 16, 16, channels, space);
  const std::vector<unsigned char> pixels(static_cast<std::size_t>(16 * 16 * channels), 90);
  encoder.write(pixels.data(), pixels.size());
  encoder.finish();
  const std::shared_ptr<Buffer> made = bytes.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(made->getBuffer()), made->getSize()};
}

}  // namespace phaen::support
