// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/object_writer.h"

#include <cstdlib>
#include <stdexcept>

#include "base/format.h"
#include "base/utf8.h"

namespace phaen::pdf {
namespace {

// Objects in one object stream: more compress better, but a reader inflates all of them to see one.
constexpr std::uint32_t kObjectsInStream = 200;

// 64-bit FNV-1a: an identifier, not a seal (the audit module makes those).
std::uint64_t fingerprint(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ seed;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFF);
}

}  // namespace

ObjectWriter::ObjectWriter(std::size_t expected) : places_(1), deflater_(6) {
  out_.reserve(expected);
  out_ += "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
}

ObjectId ObjectWriter::reserve(std::size_t count) {
  const auto first = static_cast<ObjectId>(places_.size());
  places_.resize(places_.size() + count);
  return first;
}

void ObjectWriter::add(ObjectId id, std::string_view body) {
  if (contained_ == 0) container_ = reserve();
  places_.at(id) = {container_, contained_++};
  index_ += base::format("{} {} ", id, bodies_.size());
  bodies_ += body;
  bodies_ += '\n';
  if (contained_ == kObjectsInStream) flush_objects();
}

ObjectId ObjectWriter::add(std::string_view body) {
  const ObjectId id = reserve();
  add(id, body);
  return id;
}

void ObjectWriter::add_stream(ObjectId id, std::string_view entries, std::string_view bytes, Filter filter) {
  write_stream(id, entries, bytes, filter);
}

ObjectId ObjectWriter::add_stream(std::string_view entries, std::string_view bytes, Filter filter) {
  const ObjectId id = reserve();
  write_stream(id, entries, bytes, filter);
  return id;
}

void ObjectWriter::write_stream(ObjectId id, std::string_view entries, std::string_view bytes, Filter filter) {
  if (out_.size() > UINT32_MAX - 1) throw std::length_error("a PDF over 4 GiB");
  places_.at(id) = {0, static_cast<std::uint32_t>(out_.size())};
  const std::string_view data = filter == Filter::Deflate ? deflater_.compress(bytes) : bytes;
  out_ += base::format("{} 0 obj\n<<{}{}/Length {}>>\nstream\n", id, entries,
                       filter == Filter::Deflate ? "/Filter/FlateDecode" : "", data.size());
  out_ += data;
  out_ += "\nendstream\nendobj\n";
}

void ObjectWriter::flush_objects() {
  if (contained_ == 0) return;
  const std::string entries = base::format("/Type/ObjStm/N {}/First {}", contained_, index_.size());
  write_stream(container_, entries, index_ + bodies_, Filter::Deflate);
  contained_ = 0;
  index_.clear();
  bodies_.clear();
}

// One row of 7 bytes a number: type, offset or container, index; each row as its difference to the row above, which
// compresses to almost nothing.
std::string ObjectWriter::cross_references(ObjectId own) {
  std::string rows, above(7, '\0');
  for (ObjectId id = 0; id < places_.size(); ++id) {
    const Place& place = places_[id];
    if (id != 0 && id != own && place.container == 0 && place.at == 0)
      throw std::logic_error("a PDF object was reserved and never written");
    std::string row;
    put(row, id == 0 ? 0 : place.container != 0 ? 2 : 1, 1);
    put(row, place.container != 0 ? place.container : place.at, 4);
    put(row, id == 0 ? 0xFFFF : place.container != 0 ? place.at : 0, 2);
    rows += '\2';
    for (std::size_t i = 0; i < row.size(); ++i) rows += static_cast<char>(row[i] - above[i]);
    above = row;
  }
  return rows;
}

std::string ObjectWriter::finish(ObjectId catalog, ObjectId info) {
  flush_objects();
  const ObjectId own = reserve();
  const std::size_t start = out_.size();
  places_[own].at = static_cast<std::uint32_t>(start);
  const std::string file_id =
      base::format("{:016X}{:016X}", fingerprint(out_, 0), fingerprint(out_, 0x9E3779B97F4A7C15));
  const std::string entries =
      base::format("/Type/XRef/Size {}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root {}/Info {}/ID[<{}><{}>]",
                   places_.size(), reference(catalog), reference(info), file_id, file_id);
  write_stream(own, entries, cross_references(own), Filter::Deflate);
  out_ += base::format("startxref\n{}\n%%EOF\n", start);
  places_.assign(1, {});
  return std::move(out_);
}

std::string reference(ObjectId id) { return base::format("{} 0 R", id); }

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  for (const char32_t c : base::utf8::to_utf32(utf8)) {
    const auto code = static_cast<std::uint32_t>(c);
    if (code < 0x10000)
      out += base::format("{:04X}", code);
    else
      out += base::format("{:04X}{:04X}", 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));
  }
  return out + ">";
}

std::string name_object(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                       c == '.' || c == '_' || c == '+';
    out += plain ? std::string(1, c) : base::format("#{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string literal_string(std::string_view ascii) {
  std::string out = "(";
  for (const char c : ascii) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

std::string number(base::Length length) {
  const std::int64_t units = length.units();
  const std::int64_t magnitude = (std::abs(units) * 10000 + 512) / 1024;
  std::string out = base::format("{}{}", units < 0 && magnitude != 0 ? "-" : "", magnitude / 10000);
  if (magnitude % 10000 != 0) {
    out += base::format(".{:04}", magnitude % 10000);
    while (out.back() == '0') out.pop_back();
  }
  return out;
}

}  // namespace phaen::pdf
