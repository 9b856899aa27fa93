// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/readers.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "base/file.h"
#include "base/format.h"

namespace phaen::readers {

std::vector<Reader> all() {
  return {{"poppler", "pdftotext '{}' -"},
          {"poppler -raw", "pdftotext -raw '{}' -"},
          {"poppler -layout", "pdftotext -layout '{}' -"},
          {"mupdf", "mutool draw -q -F txt '{}' 2>/dev/null"},
          {"ghostscript", "gs -q -dNOPAUSE -dBATCH -sDEVICE=txtwrite -sOutputFile=- '{}'"}};
}

std::string output_of(const std::string& command, int& exit_code) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string out;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), got);
  exit_code = ::pclose(pipe);
  return out;
}

std::vector<std::string> lines(const Reader& reader, const std::string& pdf_path) {
  std::string command = reader.command;
  command.replace(command.find("{}"), 2, pdf_path);
  int exit_code = 0;
  const std::string out = output_of(command, exit_code);
  if (exit_code != 0) throw std::runtime_error(reader.name + " failed");
  std::vector<std::string> found(1);
  for (const char c : out) {
    if (c == '\n' || c == '\r' || c == '\f')
      found.emplace_back();
    else if (c != ' ' || !found.back().empty())
      found.back() += c;
  }
  for (std::string& line : found)
    while (line.ends_with(' ')) line.pop_back();
  std::erase(found, "");
  return found;
}

TemporaryFile::TemporaryFile(std::string_view name, std::string_view bytes)
    : path_((std::filesystem::temp_directory_path() / base::format("phaen-{}-{}", ::getpid(), name)).string()) {
  if (const base::Result<void> written = base::write_file_atomically(path_, bytes); !written)
    throw std::runtime_error(written.error().message.en);
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

}  // namespace phaen::readers
