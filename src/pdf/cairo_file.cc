// SPDX-License-Identifier: GPL-3.0-or-later
#define POINTERHOLDER_TRANSITION 4  // qpdf then hands out std::shared_ptr only
#include "pdf/cairo_file.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <stdexcept>

#include "base/format.h"

namespace phaen::pdf {
namespace {

std::string_view view(const Buffer& buffer) {
  return {reinterpret_cast<const char*>(const_cast<Buffer&>(buffer).getBuffer()), buffer.getSize()};
}

std::uint32_t read(std::string_view bytes, std::size_t at, int length) {
  std::uint32_t value = 0;
  for (int i = 0; i < length; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

std::string_view sfnt_table(std::string_view font, std::string_view tag) {
  const std::uint32_t tables = read(font, 4, 2);
  for (std::uint32_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + 16 * std::size_t{i};
    if (font.substr(entry, 4) == tag) return font.substr(read(font, entry + 8, 4), read(font, entry + 12, 4));
  }
  throw std::logic_error("a font of cairo's lacks a table");
}

}  // namespace

std::string exact_widths(std::string_view truetype) {
  const std::uint32_t units_per_em = read(sfnt_table(truetype, "head"), 18, 2);
  if (units_per_em == 1000) return {};
  const std::uint32_t metrics = read(sfnt_table(truetype, "hhea"), 34, 2);
  const std::uint32_t glyphs = read(sfnt_table(truetype, "maxp"), 4, 2);
  const std::string_view advances = sfnt_table(truetype, "hmtx");
  std::string out = "[0[";
  for (std::uint32_t glyph = 0; glyph < glyphs; ++glyph) {
    const std::uint32_t row = std::min(glyph, metrics - 1);
    const std::uint64_t advance = read(advances, 4 * std::size_t{row}, 2);
    const std::uint64_t thousandths = (advance * 1000000 + units_per_em / 2) / units_per_em;
    out += base::format("{}.{:03} ", thousandths / 1000, thousandths % 1000);
  }
  out.back() = ']';
  return out + "]";
}

CairoFile::CairoFile(const std::string& bytes, ObjectWriter& writer)
    : file_(std::make_unique<QPDF>()), writer_(writer) {
  file_->setSuppressWarnings(true);
  file_->processMemoryFile("cairo", bytes.data(), bytes.size());
}

CairoFile::~CairoFile() = default;

QPDFObjectHandle CairoFile::page(std::size_t index) const {
  return file_->getRoot().getKey("/Pages").getKey("/Kids").getArrayItem(static_cast<int>(index));
}

std::size_t CairoFile::page_count() const {
  return static_cast<std::size_t>(file_->getRoot().getKey("/Pages").getKey("/Kids").getArrayNItems());
}

std::string_view CairoFile::content(std::size_t index) {
  const std::shared_ptr<Buffer> raw = page(index).getKey("/Contents").getRawStreamData();
  return inflater_.decompress(view(*raw));
}

ObjectId CairoFile::resources(std::size_t index) {
  std::string text = carried_entries(page(index).getKey("/Resources"));
  const auto [known, is_new] = resources_.try_emplace(std::move(text), 0);
  if (is_new) known->second = writer_.add("<<" + known->first + ">>");
  return known->second;
}

std::string CairoFile::group(std::size_t index) {
  QPDFObjectHandle group = page(index).getKey("/Group");
  return group.isDictionary() ? carried(group) : "";
}

// qpdf's handles are pointers whose getters are not const.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
ObjectId CairoFile::carry(QPDFObjectHandle indirect) {
  const auto [known, is_new] = numbers_.try_emplace(indirect.getObjectID(), 0);
  if (is_new) {
    known->second = writer_.reserve();
    pending_.emplace(known->first, known->second);
  }
  return known->second;
}

std::string CairoFile::carried_entries(QPDFObjectHandle dictionary) {
  std::string out;
  for (const std::string& key : dictionary.getKeys())
    if (key != "/Length") out += key + " " + carried(dictionary.getKey(key));
  return out;
}

std::string CairoFile::carried(QPDFObjectHandle object) {
  if (object.isIndirect()) return reference(carry(object)) + " ";
  if (object.isDictionary()) return "<<" + carried_entries(object) + ">>";
  if (object.isArray()) {
    std::string out = "[";
    for (int i = 0; i < object.getArrayNItems(); ++i) out += carried(object.getArrayItem(i));
    return out + "]";
  }
  return object.unparse() + " ";
}

std::string CairoFile::font_widths(QPDFObjectHandle cid_font) {
  const std::shared_ptr<Buffer> raw = cid_font.getKey("/FontDescriptor").getKey("/FontFile2").getRawStreamData();
  return exact_widths(inflater_.decompress(view(*raw)));
}

void CairoFile::write_carried() {
  while (!pending_.empty()) {
    const auto [source, id] = *pending_.begin();
    pending_.erase(pending_.begin());
    QPDFObjectHandle object = file_->getObjectByID(source, 0);
    if (object.isStream()) {
      const std::shared_ptr<Buffer> raw = object.getRawStreamData();
      writer_.add_stream(id, carried_entries(object.getDict()), view(*raw), Filter::Keep);
    } else if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
      object.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
      const std::string widths = font_widths(object);
      if (!widths.empty()) object.removeKey("/W");
      writer_.add(id, "<<" + carried_entries(object) + (widths.empty() ? "" : "/W" + widths) + ">>");
    } else if (object.isDictionary()) {
      writer_.add(id, "<<" + carried_entries(object) + ">>");
    } else if (object.isArray()) {
      std::string items = "[";
      for (int i = 0; i < object.getArrayNItems(); ++i) items += carried(object.getArrayItem(i));
      writer_.add(id, items + "]");
    } else {
      writer_.add(id, object.unparseResolved());
    }
  }
}

}  // namespace phaen::pdf
