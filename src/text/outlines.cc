// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/outlines.h"

#include <algorithm>

namespace phaen::text {
namespace {

constexpr std::size_t kGlyphHeader = 10;  // numberOfContours, xMin, yMin, xMax, yMax

// Flags of a component (OpenType glyf).
constexpr unsigned kWords = 0x0001, kScale = 0x0008, kMore = 0x0020, kTwoScales = 0x0040, kTwoByTwo = 0x0080;

constexpr int kDeepestComposite = 16;  // a cycle in a damaged font ends here

unsigned byte_at(std::string_view table, std::size_t offset) { return static_cast<unsigned char>(table[offset]); }

}  // namespace

std::uint16_t read_u16(std::string_view table, std::size_t offset) {
  if (offset + 2 > table.size()) return 0;
  return static_cast<std::uint16_t>(byte_at(table, offset) << 8 | byte_at(table, offset + 1));
}

std::int16_t read_i16(std::string_view table, std::size_t offset) {
  return static_cast<std::int16_t>(read_u16(table, offset));
}

std::uint32_t read_u32(std::string_view table, std::size_t offset) {
  return static_cast<std::uint32_t>(read_u16(table, offset)) << 16 | read_u16(table, offset + 2);
}

void append_u16(std::string& table, unsigned value) {
  table += static_cast<char>(value >> 8 & 0xFF);
  table += static_cast<char>(value & 0xFF);
}

void append_u32(std::string& table, std::uint32_t value) {
  append_u16(table, value >> 16);
  append_u16(table, value & 0xFFFF);
}

void write_u16(std::string& table, std::size_t offset, unsigned value) {
  table.at(offset) = static_cast<char>(value >> 8 & 0xFF);
  table.at(offset + 1) = static_cast<char>(value & 0xFF);
}

std::optional<Outlines> Outlines::read(const Tables& tables) {
  if (tables.head.size() < 54 || tables.hhea.size() < 36 || tables.maxp.size() < 32) return std::nullopt;
  Outlines outlines;
  outlines.tables_ = tables;
  outlines.glyph_count_ = read_u16(tables.maxp, 4);
  outlines.metrics_count_ = read_u16(tables.hhea, 34);
  outlines.long_offsets_ = read_i16(tables.head, 50) != 0;
  const std::size_t count = outlines.glyph_count_, metrics = outlines.metrics_count_;
  if (count == 0 || metrics == 0 || metrics > count) return std::nullopt;
  if (tables.loca.size() < (count + 1) * (outlines.long_offsets_ ? 4 : 2)) return std::nullopt;
  const std::size_t last =
      outlines.long_offsets_ ? read_u32(tables.loca, count * 4) : read_u16(tables.loca, count * 2) * 2U;
  if (last > tables.glyf.size()) return std::nullopt;
  if (tables.hmtx.size() < metrics * 4 + (count - metrics) * 2) return std::nullopt;
  return outlines;
}

std::string_view Outlines::glyph(std::uint16_t id) const {
  if (id >= glyph_count_) return {};
  const auto offset = [this](std::size_t index) -> std::size_t {
    return long_offsets_ ? read_u32(tables_.loca, index * 4) : std::size_t{read_u16(tables_.loca, index * 2)} * 2;
  };
  const std::size_t begin = offset(id), end = std::min(offset(std::size_t{id} + 1), tables_.glyf.size());
  if (begin + kGlyphHeader > end) return {};
  return tables_.glyf.substr(begin, end - begin);
}

GlyphBox Outlines::box(std::uint16_t id) const {
  const std::string_view bytes = glyph(id);
  return {read_i16(bytes, 2), read_i16(bytes, 4), read_i16(bytes, 6), read_i16(bytes, 8)};
}

int Outlines::advance(std::uint16_t id) const {
  return read_u16(tables_.hmtx, std::size_t{std::min<unsigned>(id, metrics_count_ - 1)} * 4);
}

int Outlines::left_side_bearing(std::uint16_t id) const {
  if (id < metrics_count_) return read_i16(tables_.hmtx, std::size_t{id} * 4 + 2);
  return read_i16(tables_.hmtx, std::size_t{metrics_count_} * 4 + std::size_t{id - metrics_count_} * 2);
}

std::vector<std::size_t> Outlines::component_offsets(std::uint16_t id) const {
  std::vector<std::size_t> offsets;
  const std::string_view bytes = glyph(id);
  if (bytes.empty() || read_i16(bytes, 0) >= 0) return offsets;
  std::size_t at = kGlyphHeader;
  for (unsigned flags = kMore; (flags & kMore) != 0 && at + 4 <= bytes.size();) {
    flags = read_u16(bytes, at);
    offsets.push_back(at + 2);
    at += (flags & kWords) != 0 ? 8 : 6;
    if ((flags & kScale) != 0) at += 2;
    if ((flags & kTwoScales) != 0) at += 4;
    if ((flags & kTwoByTwo) != 0) at += 8;
  }
  return offsets;
}

OutlineSize Outlines::size(std::uint16_t id, int depth) const {
  const std::string_view bytes = glyph(id);
  if (bytes.empty() || depth > kDeepestComposite) return {};
  const int contours = read_i16(bytes, 0);
  if (contours == 0) return {};
  if (contours > 0) {
    const auto count = static_cast<unsigned>(contours);
    return {read_u16(bytes, kGlyphHeader + std::size_t{count - 1} * 2) + 1U, count, 0};
  }
  OutlineSize total;
  for (const std::size_t offset : component_offsets(id)) {
    const OutlineSize part = size(read_u16(bytes, offset), depth + 1);
    total.points += part.points;
    total.contours += part.contours;
    total.depth = std::max(total.depth, part.depth + 1);
  }
  return total;
}

}  // namespace phaen::text
