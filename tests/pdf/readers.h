// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaen::readers {

/// A reader of PDF text that runs as a program of its own.
struct Reader {
  std::string name;
  std::string command;  ///< `{}` stands for the file
};

/// pdftotext in three modes, mutool, Ghostscript.
std::vector<Reader> all();
/// The lines a reader finds, without the spaces around them; empty lines left out.
std::vector<std::string> lines(const Reader& reader, const std::string& pdf_path);

/// A file in the temporary folder, removed at the end.
class TemporaryFile {
 public:
  TemporaryFile(std::string_view name, std::string_view bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// What a command prints, and its exit code.
std::string output_of(const std::string& command, int& exit_code);

}  // namespace phaen::readers
