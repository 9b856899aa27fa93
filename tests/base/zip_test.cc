// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/zip.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/file.h"

using phaen::base::ZipWriter;

namespace {

// The archive in a file, so that another program reads it.
struct OnDisk {
  std::string path = (std::filesystem::temp_directory_path() / ("phaen-zip-" + std::to_string(::getpid()))).string();
  explicit OnDisk(const std::string& bytes) { REQUIRE(phaen::base::write_file_atomically(path, bytes)); }
  ~OnDisk() { std::filesystem::remove(path); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;

  std::string unzip(const std::string& option, const std::string& entry = {}) const {
    std::FILE* pipe = ::popen(("LC_ALL=C.UTF-8 unzip " + option + " '" + path + "' " + entry + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
      out.append(buffer.data(), got);
    CHECK(::pclose(pipe) == 0);
    return out;
  }
};

std::string sample() {
  ZipWriter writer;
  writer.add("plans.csv", "code,title\nN-U2,แผน\n");
  writer.add("empty.csv", "");
  writer.add("ภาพ/แผนที่.txt", std::string(100'000, 'a') + "ก");
  return writer.finish();
}

}  // namespace

TEST_CASE("another program lists the entries of an archive in their order and gives every byte back") {
  const OnDisk file(sample());
  CHECK(file.unzip("-Z1") == "plans.csv\nempty.csv\nภาพ/แผนที่.txt\n");
  CHECK(file.unzip("-p", "plans.csv") == "code,title\nN-U2,แผน\n");
  CHECK(file.unzip("-p", "empty.csv").empty());
  CHECK(file.unzip("-p", "'ภาพ/แผนที่.txt'") == std::string(100'000, 'a') + "ก");
  CHECK(file.unzip("-tq").find("No errors detected") != std::string::npos);
}

TEST_CASE("entries are compressed when that makes them smaller") {
  CHECK(sample().size() < 1'000);
  ZipWriter writer;
  writer.add("x", "abc");
  CHECK(writer.finish().find("abc") != std::string::npos);
}

TEST_CASE("the same entries make the same archive, and a finished writer starts anew") {
  ZipWriter writer;
  writer.add("a", "1");
  const std::string first = writer.finish();
  writer.add("a", "1");
  CHECK(writer.finish() == first);
  CHECK(sample() == sample());
}

TEST_CASE("a damaged entry does not pass") {
  std::string bytes = sample();
  bytes[bytes.find("N-U2")] = 'M';
  const std::string path =
      (std::filesystem::temp_directory_path() / ("phaen-bad-" + std::to_string(::getpid()))).string();
  REQUIRE(phaen::base::write_file_atomically(path, bytes));
  CHECK(std::system(("unzip -tq '" + path + "' >/dev/null 2>&1").c_str()) != 0);
  std::filesystem::remove(path);
}

TEST_CASE("what is written is read: names in their order, each entry whole") {
  const std::string bytes = sample();
  auto reader = phaen::base::ZipReader::open(bytes);
  REQUIRE(reader);
  CHECK(reader->names() == std::vector<std::string>{"plans.csv", "empty.csv", "ภาพ/แผนที่.txt"});
  CHECK(*reader->read("plans.csv") == "code,title\nN-U2,แผน\n");
  CHECK(reader->read("empty.csv")->empty());
  CHECK(*reader->read("ภาพ/แผนที่.txt") == std::string(100'000, 'a') + "ก");
  CHECK(!reader->read("plans"));
}

TEST_CASE("an archive cut at any place is refused with a reason, or its entries are") {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    CAPTURE(size);
    auto reader = phaen::base::ZipReader::open(cut);
    if (!reader) {
      CHECK(!reader.error().empty());
      continue;
    }
    for (const std::string& name : reader->names()) CHECK(!reader->read(name));
  }
}
