// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/zip.h"

#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <stdexcept>
#include <utility>

namespace phaen::base {
namespace {

constexpr std::uint32_t kEntrySignature = 0x04034B50, kDirectorySignature = 0x02014B50, kEndSignature = 0x06054B50;
constexpr std::uint32_t kVersion = 20;    // 2.0: deflate and folders
constexpr std::uint32_t kUnix = 3U << 8;  // so that readers take the permissions below
constexpr std::uint32_t kNamesAreUtf8 = 1 << 11;
constexpr std::uint32_t kFirstDay = 1 << 5 | 1;  // 1980-01-01
constexpr std::uint32_t kPlainFile = 0100644U << 16;
constexpr std::uint32_t kStored = 0, kDeflated = 8;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = 0; shift < 8 * bytes; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}
void put2(std::string& out, std::uint32_t value) { put(out, value, 2); }
void put4(std::string& out, std::uint32_t value) { put(out, value, 4); }

}  // namespace

ZipWriter::Entry ZipWriter::make_entry(std::string_view bytes) {
  Deflater deflater(6, Deflater::Form::Raw);
  const std::string_view deflated = deflater.compress(bytes);
  const bool smaller = deflated.size() < bytes.size();
  return {std::string(smaller ? deflated : bytes), smaller, crc32(bytes), bytes.size()};
}

void ZipWriter::add(std::string_view name, const Entry& entry) {
  if (entries_ == 0xFFFF || name.size() > 0xFFFF || entry.size > UINT32_MAX ||
      out_.size() + entry.data.size() + directory_.size() + 0x40000 > UINT32_MAX)
    throw std::length_error("more than a ZIP archive holds");
  std::string common;  // what the entry and the directory both say
  put2(common, kVersion);
  put2(common, kNamesAreUtf8);
  put2(common, entry.deflated ? kDeflated : kStored);
  put2(common, 0);
  put2(common, kFirstDay);
  put4(common, entry.crc);
  put4(common, static_cast<std::uint32_t>(entry.data.size()));
  put4(common, static_cast<std::uint32_t>(entry.size));
  put2(common, static_cast<std::uint32_t>(name.size()));
  put2(common, 0);  // no extra field
  const auto at = static_cast<std::uint32_t>(out_.size());
  put4(out_, kEntrySignature);
  out_ += common;
  out_ += name;
  out_ += entry.data;
  put4(directory_, kDirectorySignature);
  put2(directory_, kUnix | kVersion);
  directory_ += common;
  put2(directory_, 0);  // no comment
  put2(directory_, 0);  // first disk
  put2(directory_, 0);  // no internal attributes
  put4(directory_, kPlainFile);
  put4(directory_, at);
  directory_ += name;
  ++entries_;
}

std::string ZipWriter::finish() {
  const auto at = static_cast<std::uint32_t>(out_.size());
  out_ += directory_;
  put4(out_, kEndSignature);
  put4(out_, 0);  // one disk
  put2(out_, entries_);
  put2(out_, entries_);
  put4(out_, static_cast<std::uint32_t>(directory_.size()));
  put4(out_, at);
  put2(out_, 0);  // no comment
  directory_.clear();
  entries_ = 0;
  return std::exchange(out_, {});
}

struct ZipReader::Archive {
  explicit Archive(std::string_view bytes)
      : stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), archive(&stream) {}
  orcus::zip_archive_stream_blob stream;
  orcus::zip_archive archive;
};

ZipReader::ZipReader(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;

tl::expected<ZipReader, std::string> ZipReader::open(std::string_view bytes) {
  // Damaged archives make the library throw exceptions of several kinds; each means the same here.
  try {
    ZipReader reader(std::make_unique<Archive>(bytes));
    reader.archive_->archive.load();
    const std::size_t count = reader.archive_->archive.get_file_entry_count();
    for (std::size_t i = 0; i < count; ++i) reader.names_.emplace_back(reader.archive_->archive.get_file_entry_name(i));
    return reader;
  } catch (const std::exception& error) {
    const std::string reason = error.what();
    return tl::unexpected(reason.empty() ? std::string("no ZIP archive") : reason);
  }
}

tl::expected<std::string_view, std::string> ZipReader::read(const std::string& name) {
  try {
    if (!archive_->archive.read_file_entry(name, entry_)) return tl::unexpected(std::string("cannot be uncompressed"));
  } catch (const std::exception& error) {
    return tl::unexpected(std::string(error.what()));
  }
  // The library ends what it uncompressed with a zero that is not of the entry.
  std::size_t size = entry_.size();
  if (size > 0 && entry_[size - 1] == 0) --size;
  return std::string_view(reinterpret_cast<const char*>(entry_.data()), size);
}

}  // namespace phaen::base
